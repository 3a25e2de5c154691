// Documents of a platform invoice: what the PDF says is what the invoice says; the list as CSV and Excel.
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InvoiceContent } from '#billing/invoice'
import { priceOf } from '#billing/price'
import { fontsFor } from '#documents/fonts'
import { invoicePdf } from '#documents/invoice-pdf'
import { invoicedUsersCsv } from '#documents/invoiced-users-csv'
import { invoicedUsersXlsx } from '#documents/invoiced-users-xlsx'
import { setText } from '#documents/text-runs'
import type { InvoicedUser } from '#model/invoiced-user'
import { PLAN } from './billed-network.ts'
import { anyPlans, counts } from './random-plans.ts'

const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
console.log(`random invoices as PDF: HEADCOUNT_TEST_SEED=${seed}`)

const { lines, currency, digits, netMinor, taxMinor, totalMinor } = priceOf(PLAN, { count: 4 })
const invoice: InvoiceContent = {
  kind: 'invoice',
  ...{ lines, currency, digits, netMinor, taxMinor, totalMinor },
  networkId: 1,
  entryNumber: 18,
  number: 17,
  previousHash: '0'.repeat(64),
  issuedAt: '2026-11-01T03:00:05.000Z',
  location: { locationId: 1, externalId: '77', name: 'Łódź · Офис · Αθήνα', timeZone: 'Europe/Warsaw' },
  cutOffAt: '2026-11-01T02:00:00.000Z',
  windowFrom: '2026-10-01T01:00:00.000Z',
  edition: 1,
  ruleSet: '2024-01',
  activeUsers: 4,
  bySource: { contract: 1, booking: 1, customer_invoice: 1, recurring_product: 0, team: 1 },
  pricePlan: { pricePlanId: 1, version: 3, plan: PLAN },
  addOns: {},
  listHash: 'f'.repeat(64),
}
const parts = {
  invoice,
  hash: 'a'.repeat(64),
  network: 'Harbour',
  voidReason: null,
  listUrl: 'https://headcount.example.com/list',
  paper: 'A4' as const,
  label: (source: string) => source,
}

/** The texts of a PDF in the order in which they were drawn, read back through the fonts' own tables. */
function textsOf(pdf: Buffer): string {
  const bytes = pdf.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id, body] of bytes.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id ?? '', body ?? '')
  const stream = (body = '') => {
    const raw = /stream\n([\s\S]*?)\nendstream/.exec(body)?.[1] ?? ''
    return body.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
  }
  const all = [...objects.values()]
  const fonts = new Map<string, string[]>()
  for (const body of all) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id ?? '') ?? '')?.[1]
      fonts.set(name ?? '', lettersOf(stream(objects.get(table ?? ''))))
    }
  }
  const told: string[] = []
  for (const page of all.filter((body) => stream(body).includes(' Tf'))) {
    let letters: string[] = []
    for (const [, font, shown] of stream(page).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) letters = fonts.get(font) ?? []
      else
        told.push(
          [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)]
            .map(([, hex]) => decoded(hex ?? '', letters))
            .join(''),
        )
    }
  }
  return told.join('\n')
}

function lettersOf(table: string): string[] {
  const ranges = [...table.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/g)].map(([, list]) => list ?? '')
  return ranges
    .flatMap((list) => [...list.matchAll(/<([0-9a-f ]*)>/g)])
    .map(([, hex]) =>
      String.fromCharCode(...((hex ?? '').match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16))),
    )
}

function decoded(hex: string, letters: readonly string[]): string {
  return (hex.match(/.{4}/g) ?? []).map((code) => letters[Number.parseInt(code, 16)] ?? '').join('')
}

describe('the PDF of an invoice', () => {
  test('of any price plan says every amount, and a total that is their sum', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlans, counts, async (plan, count) => {
        const charge = priceOf(plan, { count })
        const pdf = await invoicePdf({ ...parts, invoice: { ...invoice, ...charge, activeUsers: count } })
        const said = textsOf(pdf).split('\n')
        for (const { amountMinor } of charge.lines) expect(said).toContain((amountMinor / 100).toFixed(2))
        const sum = charge.lines.reduce((all, { amountMinor }) => all + amountMinor, 0)
        expect(said).toContain(`EUR ${(sum / 100).toFixed(2)}`)
      }),
      { seed, numRuns: 5 },
    )
  })

  test('says count, lines, plan, local times and the total of the invoice', async () => {
    const text = textsOf(await invoicePdf(parts))
    for (const said of [
      'Platform invoice 17',
      '4 active users',
      'Standard, version 3',
      '1 Nov 2026, 03:00 (Europe/Warsaw)',
      'Base fee',
      'Active users 1 to 2',
      'Active users 3 and more',
      'Tax (20 %)',
      'EUR 30.00',
      'https://headcount.example.com/list',
      'a'.repeat(64),
    ]) {
      expect(text).toContain(said)
    }
    const amounts = lines.map(({ amountMinor }) => (amountMinor / 100).toFixed(2))
    for (const amount of amounts) expect(text.split('\n')).toContain(amount)
    for (const letters of ['Łód', 'Офис', 'Αθήνα']) expect(text.replaceAll('\n', '')).toContain(letters)
  })

  test('is the same each time, on A4 or Letter, and says when it is void', async () => {
    const pdf = await invoicePdf(parts)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(textsOf(await invoicePdf(parts))).toBe(textsOf(pdf))
    expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]')
    const letter = await invoicePdf({ ...parts, paper: 'Letter', voidReason: 'The price plan was wrong.' })
    expect(letter.toString('latin1')).toContain('/MediaBox [0 0 612 792]')
    expect(textsOf(letter)).toContain('The price plan was wrong.')
    expect(textsOf(pdf)).not.toContain('Void')
  })

  test('goes on over pages where it has many lines', async () => {
    const [line] = lines
    if (line === undefined) throw new Error('no line')
    const many = Array.from({ length: 60 }, (_, n) => ({ ...line, description: `Line ${n + 1}` }))
    const pdf = await invoicePdf({ ...parts, invoice: { ...invoice, lines: many } })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(3)
    expect(textsOf(pdf)).toContain('Line 60')
  })

  test.each([
    ['Łódź 東', ['latin-ext Ł', 'latin ód', 'latin-ext ź', 'latin  ', 'noto-sans-sc 東']],
    ['渋谷のビル 2号', ['noto-sans-jp 渋谷のビル', 'latin  2', 'noto-sans-jp 号']],
    ['강남', ['noto-sans-kr 강남']],
    // read from the right: the words change places, what is beside the name does not
    [
      '\u2068مكتب (دبي)\u2069 (77)',
      ['latin (', 'noto-sans-arabic دبي', 'latin ) ', 'noto-sans-arabic مكتب', 'latin  (77)'],
    ],
    ['น้ำ', ['noto-sans-thai นํ้า']],
    ['Ọ̀yọ́ \u{1F600}', ['vietnamese Ọ̀', 'latin y', 'vietnamese ọ́', 'latin  ?']],
  ])('%s is set in fonts that have its letters, in the order in which they are seen', async (text, told) => {
    const { runs } = setText(text, await fontsFor(text))
    const pieces: string[] = []
    for (const { part, text: piece } of runs) {
      const family = part.name.replace(/-(\d+|arabic|thai)$/, '')
      const last = pieces.at(-1)
      if (last?.startsWith(`${family} `)) pieces[pieces.length - 1] = last + piece
      else pieces.push(`${family} ${piece}`)
    }
    expect(pieces.map((piece) => piece.normalize('NFD'))).toEqual(told.map((one) => one.normalize('NFD')))
  })

  test('that has a letter without a font says so, with the ids', async () => {
    const named = (name: string) => ({ ...invoice, location: { ...invoice.location, name } })
    const text = textsOf(await invoicePdf({ ...parts, invoice: named('Հայ ᚠ') })).replaceAll('\n', '')
    expect(text).toContain('no font here has: network 1, location 77.')
    expect(textsOf(await invoicePdf(parts))).not.toContain('no font')
  })
})

describe('the list of an invoice', () => {
  const users: InvoicedUser[] = [
    {
      customerId: 1,
      externalId: 'ada',
      name: '=cmd()',
      sources: ['contract', 'booking'],
      evidence: [
        { source: 'contract', kind: 'running', record: 'k-1', url: null, at: '2026-09-16T00:00:00.000Z' },
        { source: 'team', kind: 'paying_customer', record: 't-1', url: null, at: null },
      ],
    },
  ]

  test('as CSV, with formulas made harmless', () => {
    expect(invoicedUsersCsv(users)).toBe(
      "customer_id,external_id,name,sources,evidence\n1,ada,'=cmd(),contract booking,contract running k-1 2026-09-16T00:00:00.000Z; team paying_customer t-1 since ever\n",
    )
  })

  test('as Excel', async () => {
    const file = await invoicedUsersXlsx(users, invoice, (source) => source)
    expect(file.subarray(0, 2).toString()).toBe('PK')
  })
})
