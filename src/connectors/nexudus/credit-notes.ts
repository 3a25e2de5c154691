/**
 * What credit notes take back of invoices, by the last reading of each note: one that stands twice in an
 * export takes it back once. Invoices go by their UniqueId in lower case.
 */
export class CreditNotes {
  readonly #invoices = new Map<string, string>()
  readonly #amounts = new Map<string, Map<string, number>>()

  /** Whether no note takes back anything, so that no invoice need be asked for. */
  get isEmpty(): boolean {
    return this.#invoices.size === 0
  }

  /** @param amount Infinity where the note does not say how much */
  add(note: string, invoice: string, amount: number): void {
    this.forget(note)
    const amounts = this.#amounts.get(invoice) ?? new Map<string, number>()
    this.#amounts.set(invoice, amounts.set(note, amount))
    this.#invoices.set(note, invoice)
  }

  /** For a record that is no note, or none that holds. */
  forget(note: string): void {
    const invoice = this.#invoices.get(note)
    if (invoice === undefined) return
    this.#invoices.delete(note)
    const amounts = this.#amounts.get(invoice)
    amounts?.delete(note)
    if (amounts?.size === 0) this.#amounts.delete(invoice)
  }

  /** Null where no note names the invoice. */
  takenFrom(invoice: string): number | null {
    const amounts = this.#amounts.get(invoice)
    return amounts === undefined ? null : [...amounts.values()].reduce((sum, amount) => sum + amount, 0)
  }
}
