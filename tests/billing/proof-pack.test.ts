// Proof packs: what is exported is intact, and nothing in it can be changed without a word.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOfEntry, hashOfList } from '#billing/invoice'
import {
  platformKey,
  publicKeyOf,
  type SignedProofPack,
  signProofPack,
  verifyProofPack,
} from '#billing/proof-pack'
import type { Database } from '#database/database'
import { fromMinor } from '#model/money'
import { programContext } from '#services/context'
import { createHeadcount, type Headcount } from '#services/headcount'
import { NETWORK } from '../records/network.ts'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'
import { billedNetwork } from './billed-network.ts'

const key = platformKey('a secret of tests, long enough for all rules')
const invoice = { network: NETWORK, number: 2 }
const without = (array: unknown) => (array as unknown[]).slice(1)
const backwards = (array: unknown) => [...(array as unknown[])].reverse()

/** A copy with other values at some places, such as `list.masks.0`; a function is given what was there. */
function changed(pack: SignedProofPack, changes: Readonly<Record<string, unknown>>): SignedProofPack {
  const copy = structuredClone(pack) as unknown as Record<string, unknown>
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    const parent = names.reduce((at, name) => at[name] as Record<string, unknown>, copy)
    parent[last] = typeof value === 'function' ? value(parent[last]) : value
  }
  return copy as unknown as SignedProofPack
}

/** Every place of a value: `list`, `list.masks`, `list.masks.0`. */
function placesIn(value: unknown): string[] {
  return Object.entries(value ?? {}).flatMap(([name, part]) => [
    name,
    ...(typeof part === 'object' ? placesIn(part).map((place) => `${name}.${place}`) : []),
  ])
}

function verify(pack: unknown) {
  return verifyProofPack(JSON.stringify(pack, null, 2), publicKeyOf(key))
}

describe.each(ENGINE_CASES)('proof packs on %s', (engine) => {
  let db: Database
  let headcount: Headcount
  let pack: SignedProofPack

  beforeAll(async () => {
    db = await openTestDatabase(engine)
    const { context } = await billedNetwork(db)
    context.clock = new Date('2026-11-05T00:00:00Z')
    headcount = createHeadcount({ ...context, signingKey: async () => key })
    await headcount.issuePlatformInvoices()
    pack = await headcount.exportProofPack(invoice)
  })
  afterAll(() => db?.close())

  test('a pack as exported is intact, also when its members come in another order', () => {
    expect(verify(pack)).toMatchObject({
      isIntact: true,
      faults: [],
      invoice: { number: 2, location: 'Location loft', activeUsers: 4, totalMinor: 3000, isVoid: false },
      publicKey: publicKeyOf(key),
    })
    expect(verify(Object.fromEntries(Object.entries(pack).reverse())).isIntact).toBe(true)
    expect(pack.customers.map(({ externalId }) => externalId)).toEqual(['ada', 'ben', 'cara', 'dan'])
    expect(pack.records).toEqual(['k-1', 't-1', 'b-1', 'i-1'])
  })

  test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['a changed count', { 'invoice.content.activeUsers': 3 }, /not as it was written/],
    [
      'a removed user',
      { 'list.customers': without, 'list.masks': without },
      /not as it was frozen.*the list has 3/,
    ],
    ['a changed amount', { 'invoice.content.totalMinor': 1 }, /not the sum of its lines/],
    ['a changed line', { 'invoice.content.lines.0.amountMinor': 1 }, /not as it was written/],
    ['a swapped order', { 'list.customers': backwards }, /not as it was frozen/],
    ['changed evidence', { 'list.evidenceRefs.0': 7 }, /not as it was frozen/],
    ['a changed name', { 'customers.0.name': 'Somebody' }, /signature does not fit/],
    ['a changed rule', { 'ruleSet.kinds': without }, /signature does not fit/],
    ['another plan', { 'invoice.content.pricePlan.plan.baseFee': '11' }, /price plan makes of the count/],
    ['another day of export', { exportedAt: '2026-01-01T00:00:00.000Z' }, /signature does not fit/],
  ])('finds %s', (_title, changes, fault) => {
    const { isIntact, faults } = verify(changed(pack, changes))
    expect(isIntact).toBe(false)
    expect(faults.join(' ')).toMatch(fault)
  })

  test('who makes all hashes anew cannot make the signature', () => {
    const arrays = ['customers', 'masks', 'evidenceCustomers', 'evidenceKinds', 'evidenceRefs', 'evidenceMs']
    const shorter = changed(pack, {
      ...Object.fromEntries(arrays.map((array) => [`list.${array}`, without])),
      'invoice.content.activeUsers': 3,
      'invoice.content.bySource.contract': 0,
    })
    const listed = changed(shorter, { 'invoice.content.listHash': hashOfList(shorter.list) })
    const hashed = changed(listed, { 'invoice.hash': hashOfEntry(listed.invoice.content) })
    expect(verify(hashed).faults.join(' ')).toContain('signature does not fit')
    // nor can another key of his pass for the platform’s
    const forged = signProofPack(hashed, platformKey('another secret, just as long as the first one'))
    expect(verify(forged).faults[0]).toContain('another key')
  })

  test.each([
    ['a truncated file', (text: string) => text.slice(0, -2), /cut off or damaged/],
    ['half a file', (text: string) => text.slice(0, text.length / 2), /cut off or damaged/],
    ['an empty file', () => '', /cut off or damaged/],
    ['another document', () => '{"locations": []}', /no proof pack/],
    ['null', () => 'null', /no proof pack/],
    ['a pack without its list', () => JSON.stringify({ ...pack, list: undefined }), /lacks a part/],
    ['a pack without its invoice', () => JSON.stringify({ ...pack, invoice: null }), /lacks a part/],
  ])('says what is wrong with %s', (_title, change, fault) => {
    const verdict = verifyProofPack(change(JSON.stringify(pack)))
    expect([verdict.isIntact, verdict.invoice]).toEqual([false, null])
    expect(verdict.faults.join(' ')).toMatch(fault)
  })

  test('tells of a void and of credit notes', async () => {
    await headcount.creditPlatformInvoice({ ...invoice, reason: 'Goodwill.', amount: '1' })
    const credited = await headcount.exportProofPack(invoice)
    expect(verify(credited)).toMatchObject({ isIntact: true })
    expect(credited.creditNotes.map(({ content }) => content.totalMinor)).toEqual([-120])
    await headcount.voidPlatformInvoice({ network: NETWORK, number: 1, reason: 'Wrong.' })
    const voided = await headcount.exportProofPack({ network: NETWORK, number: 1 })
    expect(verify(voided)).toMatchObject({ isIntact: true, invoice: { isVoid: true } })
  })

  test('says of a pack that is broken anywhere that it is, whatever stands there', async () => {
    const credited = await headcount.exportProofPack(invoice)
    const voided = await headcount.exportProofPack({ network: NETWORK, number: 1 })
    const places = [
      ...placesIn(credited).map((place) => [credited, place] as const),
      ...placesIn({ void: voided.void }).map((place) => [voided, place] as const),
    ]
    expect(places.length).toBeGreaterThan(100)
    for (const [whole, place] of places) {
      for (const value of [undefined, null, 1e300, 'x', [null], {}, { toString: null }]) {
        const broken = changed(whole, { [place]: value })
        const isSame = JSON.stringify(broken) === JSON.stringify(whole)
        const { isIntact, faults, invoice } = verify(broken)
        const isPrintable = invoice === null || fromMinor(invoice.totalMinor, invoice.digits).length > 0
        expect({ place, value, isIntact, isTold: faults.length > 0, isPrintable }).toEqual({
          ...{ place, value, isPrintable: true },
          ...{ isIntact: isSame, isTold: !isSame },
        })
      }
    }
  })

  test('without a secret nothing is signed', async () => {
    const unsigned = createHeadcount(programContext(db, () => new Date()))
    await expect(unsigned.exportProofPack(invoice)).rejects.toMatchObject({ code: 'SECRET_UNUSABLE' })
  })
})
