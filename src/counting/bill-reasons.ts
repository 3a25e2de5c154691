/**
 * Why a bill may name one person more or fewer than the count: of each customer who stands on one side
 * alone exactly one reason, decided by his records of the window that the bill closes. Pure.
 */
import type { Evidence } from '#counting/evidence'

/** Of customers who do not count at the cut-off, the likeliest to be billed all the same first. */
export const NOT_COUNTED_REASONS = [
  'suspended',
  'contract_ended',
  'cancelled',
  'kind_does_not_count',
  'team_does_not_count',
  'after_cut_off',
  'earlier_window',
  'no_record',
  'unknown',
] as const
export type NotCountedReason = (typeof NOT_COUNTED_REASONS)[number]

/** Of customers who count at the cut-off, those first about whom one can argue. */
export const COUNTED_REASONS = [
  'disputable',
  'same_person',
  'ended_since',
  'not_started',
  'free',
  'through_team',
  'counts',
] as const
export type CountedReason = (typeof COUNTED_REASONS)[number]
export type BillReason = NotCountedReason | CountedReason

/** Of a customer, the end of a sentence; what the help and answers say is derived from it. */
export const BILL_REASON_PHRASES: Readonly<Record<BillReason, string>> = {
  suspended: 'has a contract, but was suspended or archived at the cut-off',
  contract_ended: 'had a contract that had ended by the cut-off',
  cancelled: 'had a record that was cancelled, voided or removed before the cut-off',
  kind_does_not_count: 'has only records of kinds that do not count, such as event tickets or drafts',
  team_does_not_count:
    'belongs to a team without merged billing, or whose paying customer holds nothing here',
  after_cut_off: 'has a first record within a day after the cut-off, which belongs to the next bill',
  earlier_window: 'has only records of the window before, which the bill before has closed',
  no_record: 'has no record at the location around the cut-off',
  unknown: 'is not known here, or by a name that several customers have',
  disputable: 'counts by disputable records alone',
  same_person: 'has the same e-mail as another customer who counts',
  ended_since: 'counts by a record that was cancelled after the cut-off',
  not_started: 'counts by a contract that had not started yet',
  free: 'counts only by what is free',
  through_team: 'counts only through the paying customer of a team',
  counts: 'counts by records that nothing speaks against',
}

export interface Decided<Reason extends BillReason> {
  readonly reason: Reason
  /** What decided; null where it is that there is none. */
  readonly evidence: Evidence | null
}

export interface NotCountedFacts {
  /** Belongs to a team at the cut-off. */
  readonly isInTeam: boolean
  /** Has a record in the day after the cut-off. */
  readonly isSoonAfter: boolean
}

export function whyNotCounted(
  evidence: readonly Evidence[],
  { isInTeam, isSoonAfter }: NotCountedFacts,
): Decided<NotCountedReason> {
  const silentBy = (...reasons: readonly Evidence['silentReason'][]) =>
    evidence.find(({ silentReason }) => reasons.includes(silentReason)) ?? null
  const found = (
    [
      ['suspended', silentBy('customer_suspended')],
      ['contract_ended', silentBy('contract_ended')],
      ['cancelled', silentBy('cancelled')],
      ['kind_does_not_count', silentBy('kind_does_not_count')],
    ] as const
  ).find(([, one]) => one !== null)
  if (found !== undefined) return { reason: found[0], evidence: found[1] }
  if (isInTeam) return { reason: 'team_does_not_count', evidence: null }
  if (isSoonAfter) return { reason: 'after_cut_off', evidence: null }
  const earlier = silentBy('before_window')
  if (earlier !== null) return { reason: 'earlier_window', evidence: earlier }
  return { reason: 'no_record', evidence: evidence[0] ?? null }
}

export interface CountedFacts {
  /** Another customer who counts has the same e-mail. */
  readonly isSamePerson: boolean
  readonly asOf: Date
}

export function whyCounted(
  evidence: readonly Evidence[],
  { isSamePerson, asOf }: CountedFacts,
): Decided<CountedReason> {
  const standing = evidence.filter(({ counts }) => counts)
  const [first = null] = standing
  const all = (isSo: (one: Evidence) => boolean) => first !== null && standing.every(isSo)
  if (isSamePerson) return { reason: 'same_person', evidence: first }
  if (first === null) return { reason: 'through_team', evidence: null }
  if (all(({ isDisputable }) => isDisputable)) return { reason: 'disputable', evidence: first }
  if (all((one) => hasEndedSince(one, asOf))) return { reason: 'ended_since', evidence: first }
  if (all(({ kind }) => kind === 'future_start')) return { reason: 'not_started', evidence: first }
  if (all(({ kind }) => kind === 'free' || kind === 'future_start'))
    return { reason: 'free', evidence: first }
  return { reason: 'counts', evidence: first }
}

/** Cancelled, voided or removed after the cut-off: it stood when the bill was made. */
function hasEndedSince({ source, until }: Evidence, asOf: Date): boolean {
  return (source === 'booking' || source === 'customer_invoice') && until !== null && new Date(until) > asOf
}
