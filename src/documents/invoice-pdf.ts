/** A platform invoice as a PDF: one page, or as many as its lines need. */
import type { ChargeLine } from '#billing/charge-line'
import type { InvoiceContent } from '#billing/invoice'
import { Pen } from '#documents/pen'
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

/** pdfkit is loaded only here: nothing else needs it. */
export async function invoicePdf(parts: InvoicePdfParts): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit')
  const { invoice, paper } = parts
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
  new InvoicePage(document, parts).draw()
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

  constructor(document: Document, parts: InvoicePdfParts) {
    this.#document = document
    this.#parts = parts
    this.#pen = new Pen(document)
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
      this.#y += 14
    }
    this.#y += 8
  }

  #details(): void {
    const { invoice, network } = this.#parts
    const { location, pricePlan } = invoice
    const at = (instant: string) => `${clockOf(instant, location.timeZone)} (${location.timeZone})`
    const rows = [
      ['Location', `${location.name} (${location.externalId})`],
      ['Network', network],
      ['From', at(invoice.windowFrom)],
      ['Cut-off', at(invoice.cutOffAt)],
      ['Issued', `${clockOf(invoice.issuedAt, 'UTC')} (UTC)`],
      ['Price plan', `${pricePlan.plan.name}, version ${pricePlan.version}`],
      ['Rule set', invoice.ruleSet],
    ] as const
    for (const [name, value] of rows) {
      this.#pen.write(name, MARGIN, this.#y, 90, { colour: GREY })
      this.#pen.write(value, MARGIN + 90, this.#y, this.#width - 90)
      this.#y += 16
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
    for (const line of invoice.lines) {
      this.#breakPage()
      this.#row(this.#cells(line), false)
    }
  }

  #cells({ description, quantity, unitPrice, flatFee, amountMinor }: ChargeLine): string[] {
    const amount = fromMinor(amountMinor, this.#parts.invoice.digits)
    return [description, unitPrice === null ? '' : String(quantity), unitPrice ?? '', flatFee ?? '', amount]
  }

  #row(cells: readonly string[], isHeading: boolean): void {
    const widths = [this.#width - 300, 60, 80, 70, 90]
    let x = MARGIN
    for (const [at, cell] of cells.entries()) {
      const width = widths[at] ?? 0
      const align = at === 0 ? 'left' : 'right'
      const style = isHeading ? ({ colour: GREY, align } as const) : ({ align } as const)
      this.#pen.write(cell, x, this.#y + 5, width - (at === 0 ? 8 : 0), style)
      x += width
    }
    this.#y += ROW
    this.#document
      .moveTo(MARGIN, this.#y)
      .lineTo(MARGIN + this.#width, this.#y)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke()
  }

  #totals(): void {
    const { netMinor, taxMinor, totalMinor, currency, digits } = this.#parts.invoice
    this.#breakPage(4)
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
    this.#breakPage(4)
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
  }

  #breakPage(rows = 1): void {
    if (this.#y + rows * ROW <= this.#document.page.height - MARGIN) return
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
