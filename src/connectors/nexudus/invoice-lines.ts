/**
 * What the lines of each customer invoice say of it: its locations, and whether all are event tickets.
 * A network has millions of invoices and few combinations, so an invoice is one entry from number to
 * number (under 60 bytes) and each combination is kept once.
 */
export interface LinesOfInvoice {
  readonly isTicketsOnly: boolean
  /** Locations of its lines that are no tickets, or of all when all are; null is the invoice's own location. */
  readonly locations: readonly (string | null)[]
}

export class InvoiceLines {
  readonly #byInvoice = new Map<number, number>()
  readonly #combinations: LinesOfInvoice[] = []
  readonly #numbers = new Map<string, number>()
  /** Combination number → line → number of the combination with that line: spares building keys. */
  readonly #steps: Map<string, number>[] = []
  readonly #first = new Map<string, number>()

  add(line: {
    readonly invoiceId: number
    readonly isTicket: boolean
    readonly location: string | null
  }): void {
    const before = this.#byInvoice.get(line.invoiceId)
    const steps = before === undefined ? this.#first : this.#steps[before]
    const step = `${line.isTicket ? 't' : 'n'}${line.location ?? ''}`
    let after = steps?.get(step)
    if (after === undefined) {
      after = this.#number(withLine(before === undefined ? null : (this.#combinations[before] ?? null), line))
      steps?.set(step, after)
    }
    if (after !== before) this.#byInvoice.set(line.invoiceId, after)
  }

  /** Null for an invoice without lines. */
  of(invoiceId: number): LinesOfInvoice | null {
    return this.#combinations[this.#byInvoice.get(invoiceId) ?? -1] ?? null
  }

  #number(lines: LinesOfInvoice): number {
    const key = `${lines.isTicketsOnly} ${lines.locations.map((location) => location ?? '').join(',')}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#combinations.push(lines) - 1
    this.#numbers.set(key, number)
    this.#steps.push(new Map())
    return number
  }
}

function withLine(
  before: LinesOfInvoice | null,
  line: { readonly isTicket: boolean; readonly location: string | null },
): LinesOfInvoice {
  if (before === null || (before.isTicketsOnly && !line.isTicket)) {
    return { isTicketsOnly: line.isTicket, locations: [line.location] }
  }
  const isToldAlready = line.isTicket && !before.isTicketsOnly
  if (isToldAlready || before.locations.includes(line.location)) return before
  const locations = [...before.locations, line.location].sort((a, b) => (a ?? '').localeCompare(b ?? ''))
  return { isTicketsOnly: before.isTicketsOnly, locations }
}
