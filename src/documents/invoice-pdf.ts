/** A platform invoice as a PDF: one page, or as many as its lines need. */
import type { ChargeLine } from '#billing/charge-line'
import type { InvoiceContent } from '#billing/invoice'
import { type FontPart, fontsFor } from '#documents/fonts'
import { Pen } from '#documents/pen'
import { isolated } from '#documents/text-runs'
import { fromMinor } from '#model/money'
import type { Paper } from '#model/paper'
import { SOURCES, type Source } from '#model/source'

export interface InvoicePdfParts {
  readonly invoice: InvoiceContent
  readonly hash: string
  readonly network: string
  /** Why it is void; null while it stands. */
  readonly voidReason: string | null
  /** Where the list of its active users is; null for no link. */
  readonly listUrl: string | null
  readonly paper: Paper
  /** The label of a source. */
  readonly label: (source: Source) => string
}

const MARGIN = 50
const GREY = '#495057'
const RULE = '#ced4da'
const ROW = 20
const LINE = 14

/** pdfkit is loaded only here: nothing else needs it. */
export async function invoicePdf(parts: InvoicePdfParts): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit')
  const { invoice, paper } = parts
  const fonts = await fontsFor(JSON.stringify(parts))
  const document = new PDFDocument({
    size: paper === 'A4' ? 'A4' : 'LETTER',
    margin: MARGIN,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: `Platform invoice ${invoice.number}`,
      Author: 'Headcount',
      // the same invoice makes the same file
      CreationDate: new Date(invoice.issuedAt),
    },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  new InvoicePage(document, parts, fonts).draw()
  document.end()
  await ended
  return Buffer.concat(chunks)
}

type Document = InstanceType<typeof import('pdfkit')>

class InvoicePage {
  readonly #document: Document
  readonly #parts: InvoicePdfParts
  readonly #pen: Pen
  readonly #width: number
  #y = MARGIN

  constructor(document: Document, parts: InvoicePdfParts, fonts: readonly FontPart[]) {
    this.#document = document
    this.#parts = parts
    this.#pen = new Pen(document, fonts)
    this.#width = document.page.width - 2 * MARGIN
  }

  draw(): void {
    this.#heading()
    this.#details()
    this.#sources()
    this.#lines()
    this.#totals()
    this.#footer()
  }

  #heading(): void {
    const { invoice, voidReason } = this.#parts
    const title = `Platform invoice ${invoice.number}`
    this.#pen.write(title, MARGIN, this.#y, this.#width, { size: 20, weight: 'bold' })
    this.#y += 34
    if (voidReason === null) return
    this.#pen.write('Void', MARGIN, this.#y, this.#width, { size: 14, weight: 'bold', colour: '#c92a2a' })
    this.#y += 20
    for (const line of this.#pen.linesOf(voidReason, this.#width, 10)) {
      this.#pen.write(line, MARGIN, this.#y, this.#width, { colour: '#c92a2a' })
      this.#y += LINE
    }
    this.#y += 8
  }

  #details(): void {
    const { invoice, network } = this.#parts
    const { location, pricePlan } = invoice
    const at = (instant: string) => `${clockOf(instant, location.timeZone)} (${location.timeZone})`
    const rows = [
      ['Location', `${isolated(location.name)} (${location.externalId})`],
      ['Network', network],
      ['From', at(invoice.windowFrom)],
      ['Cut-off', at(invoice.cutOffAt)],
      ['Issued', `${clockOf(invoice.issuedAt, 'UTC')} (UTC)`],
      ['Price plan', `${isolated(pricePlan.plan.name)}, version ${pricePlan.version}`],
      ['Rule set', invoice.ruleSet],
    ] as const
    for (const [name, value] of rows) {
      this.#pen.write(name, MARGIN, this.#y, 90, { colour: GREY })
      for (const line of this.#pen.linesOf(value, this.#width - 90, 10)) {
        this.#pen.write(line, MARGIN + 90, this.#y, this.#width - 90)
        this.#y += LINE
      }
      this.#y += 2
    }
    this.#y += 14
  }

  #sources(): void {
    const { invoice, label } = this.#parts
    const count = `${invoice.activeUsers} active user${invoice.activeUsers === 1 ? '' : 's'}`
    this.#pen.write(count, MARGIN, this.#y, this.#width, { size: 13, weight: 'bold' })
    this.#y += 20
    const counted = SOURCES.map((source) => `${label(source)} ${invoice.bySource[source]}`).join('  ·  ')
    this.#pen.write(counted, MARGIN, this.#y, this.#width, { size: 9 })
    this.#y += 14
    const note = 'An active user with several sources is counted once, and told under each.'
    this.#pen.write(note, MARGIN, this.#y, this.#width, { size: 9, colour: GREY })
    this.#y += 26
  }

  #lines(): void {
    const { invoice } = this.#parts
    this.#row(['', 'Quantity', 'Unit price', 'Flat fee', invoice.currency], true)
    for (const line of invoice.lines) this.#row(this.#cells(line), false)
  }

  #cells({ description, quantity, unitPrice, flatFee, amountMinor }: ChargeLine): string[] {
    const amount = fromMinor(amountMinor, this.#parts.invoice.digits)
    return [description, unitPrice === null ? '' : String(quantity), unitPrice ?? '', flatFee ?? '', amount]
  }

  /** As high as the lines of its first cell; the others have one. */
  #row([description = '', ...figures]: readonly string[], isHeading: boolean): void {
    const widths = [60, 80, 70, 90]
    const width = this.#width - 300
    const lines = this.#pen.linesOf(description, width - 8, 10)
    const height = ROW + (lines.length - 1) * LINE
    this.#breakPage(height)
    for (const [at, line] of lines.entries())
      this.#pen.write(line, MARGIN, this.#y + 5 + at * LINE, width - 8, {})
    let x = MARGIN + width
    for (const [at, figure] of figures.entries()) {
      const style = isHeading ? ({ colour: GREY, align: 'right' } as const) : ({ align: 'right' } as const)
      this.#pen.write(figure, x + 6, this.#y + 5, (widths[at] ?? 0) - 6, style)
      x += widths[at] ?? 0
    }
    this.#y += height
    this.#document
      .moveTo(MARGIN, this.#y)
      .lineTo(MARGIN + this.#width, this.#y)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke()
  }

  #totals(): void {
    const { netMinor, taxMinor, totalMinor, currency, digits } = this.#parts.invoice
    this.#breakPage(4 * ROW)
    this.#y += 6
    const rows: [string, number][] =
      taxMinor === 0
        ? []
        : [
            ['Before tax', netMinor],
            ['Tax', taxMinor],
          ]
    for (const [name, minor] of rows) this.#sum(name, fromMinor(minor, digits), 10)
    this.#sum('Total', `${currency} ${fromMinor(totalMinor, digits)}`, 13)
  }

  #sum(name: string, value: string, size: number): void {
    const style =
      size > 10 ? ({ size, weight: 'bold', align: 'right' } as const) : ({ size, align: 'right' } as const)
    this.#pen.write(name, MARGIN, this.#y, this.#width - 130, style)
    this.#pen.write(value, MARGIN + this.#width - 130, this.#y, 130, style)
    this.#y += size + 8
  }

  #footer(): void {
    const { hash, listUrl, invoice } = this.#parts
    this.#breakPage(4 * ROW)
    this.#y += 24
    const small = { size: 8, colour: GREY }
    if (listUrl !== null) {
      this.#pen.write(`Active users with their evidence: ${listUrl}`, MARGIN, this.#y, this.#width, small)
      this.#document.link(MARGIN, this.#y, this.#width, 10, listUrl)
      this.#y += 12
    }
    this.#pen.write(
      `Entry ${invoice.entryNumber} of the chain, SHA-256 ${hash}`,
      MARGIN,
      this.#y,
      this.#width,
      small,
    )
    if (!this.#pen.lacksLetters) return
    this.#y += 12
    const { networkId, location } = invoice
    const note = `A question mark stands for a letter that no font here has: network ${networkId}, location ${location.externalId}.`
    this.#pen.write(note, MARGIN, this.#y, this.#width, small)
  }

  #breakPage(height: number): void {
    if (this.#y + height <= this.#document.page.height - MARGIN) return
    this.#document.addPage()
    this.#y = MARGIN
  }
}

/** `1 Nov 2026, 03:00`, on a clock. */
function clockOf(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  return format.format(new Date(instant)).replace('Sept', 'Sep')
}
