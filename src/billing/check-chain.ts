/** Whether an entry of platform invoices is as it was written, and follows the one before. Pure. */
import { type EntryContent, hashOfEntry } from '#billing/invoice'

/** How far a chain has been walked. */
export interface KeptEntry {
  readonly entryNumber: number
  /** The last number that an invoice or a credit note had. */
  readonly number: number
  readonly hash: string
}

export interface CheckedEntry {
  readonly faults: readonly string[]
  readonly last: KeptEntry
}

export function checkEntry(
  { content, hash }: { readonly content: EntryContent; readonly hash: string },
  last: KeptEntry,
): CheckedEntry {
  const { entryNumber } = content
  const faults: string[] = []
  if (entryNumber > last.entryNumber + 1) {
    faults.push(`Entries ${last.entryNumber + 1} to ${entryNumber - 1} are missing.`)
  } else if (entryNumber !== last.entryNumber + 1 || content.previousHash !== last.hash) {
    faults.push(`Entry ${entryNumber} does not follow the one before it.`)
  }
  faults.push(...contentFaults(content, hash))
  const number = content.kind === 'void' ? last.number : content.number
  if (content.kind !== 'void' && number !== last.number + 1) {
    faults.push(`Number ${number} does not follow number ${last.number}.`)
  }
  return { faults, last: { entryNumber, number, hash } }
}

/** What is wrong with an entry by itself. */
export function contentFaults(content: EntryContent, hash: string): string[] {
  const faults: string[] = []
  if (hashOfEntry(content) !== hash) faults.push(`Entry ${content.entryNumber} is not as it was written.`)
  if (content.kind === 'void') return faults
  const sum = content.lines.reduce((all, { amountMinor }) => all + amountMinor, 0)
  if (sum !== content.totalMinor || content.netMinor + content.taxMinor !== content.totalMinor) {
    faults.push(`The total of number ${content.number} is not the sum of its lines.`)
  }
  return faults
}
