import { cleanText } from '#lib/clean-text'
import type { ProblemValues } from '#model/record-problem'
import type { Problem, RecordKind } from '#model/records'

export interface KindReport {
  /** Records of this kind that were read and could be used. */
  read: number
  added: number
  changed: number
  /** Records left out; each is told in `problems`. */
  skipped: number
}

/** As a report tells it: one of an earlier version has no code. */
export type KeptProblem = Omit<Problem, 'code' | 'values'> & Partial<Pick<Problem, 'code' | 'values'>>

/** What an import did. `problems` holds the first {@link MOST_PROBLEMS}; the counts are of all. */
export interface ImportReport {
  readonly network: { networkId: number; name: string }
  readonly importId: number | null
  readonly recordedAt: string
  readonly hasChanges: boolean
  readonly records: Readonly<Record<RecordKind, KindReport>>
  readonly problemCount: number
  readonly warningCount: number
  readonly problems: readonly KeptProblem[]
  readonly durationMs: number
}

export const MOST_PROBLEMS = 1000

const KINDS: readonly RecordKind[] = [
  'location',
  'customer',
  'customer_change',
  'contract',
  'pause',
  'team',
  'booking',
  'customer_invoice',
  'recurring_product',
  'platform_invoice',
]

/** What was found may be what no database can hold; the report is kept in one. */
function cleaned(problem: Problem): Problem {
  return {
    ...problem,
    record: cleanText(problem.record),
    field: cleanText(problem.field),
    value: cleanText(problem.value),
    values: cleanValues(problem.values),
    reason: cleanText(problem.reason),
  }
}

function cleanValues(values: ProblemValues): ProblemValues {
  const cleanedOf = (value: string | number) => (typeof value === 'string' ? cleanText(value) : value)
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cleanedOf(value)]))
}

/** Gathers the figures of an import while it runs. */
export class ImportTally {
  readonly records: Record<RecordKind, KindReport>
  readonly problems: Problem[] = []
  problemCount = 0
  warningCount = 0

  constructor() {
    const entries = KINDS.map((kind) => [kind, { read: 0, added: 0, changed: 0, skipped: 0 }] as const)
    this.records = Object.fromEntries(entries) as Record<RecordKind, KindReport>
  }

  note(problem: Problem, kind?: RecordKind): void {
    if (problem.severity === 'warning') this.warningCount += 1
    else this.problemCount += 1
    if (kind !== undefined && problem.severity === 'skipped') this.records[kind].skipped += 1
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(cleaned(problem))
  }

  /** Whether not one record could be used. */
  get isEmpty(): boolean {
    return Object.values(this.records).every((record) => record.read === 0)
  }

  get hasChanges(): boolean {
    return Object.values(this.records).some((record) => record.added > 0 || record.changed > 0)
  }
}
