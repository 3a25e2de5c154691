/** What a run issued beside what its preview had worked out: each cut-off on which the two differ. Pure. */
import type { IssueReport } from '#services/platform-invoices/issue'
import type { PlatformInvoiceIssued } from '#services/platform-invoices/issue-round'

export interface PreviewFigures {
  readonly activeUsers: number
  readonly currency: string
  readonly digits: number
  readonly totalMinor: number
}

export interface PreviewDifference {
  readonly locationId: number
  readonly location: string
  /** ISO 8601, UTC. */
  readonly cutOffAt: string
  /** Null where the preview had none. */
  readonly preview: PreviewFigures | null
  /** Null where none was issued. */
  readonly issued: PreviewFigures | null
}

export interface PreviewComparison {
  readonly previewRunId: number
  /** Every cut-off was issued as it was previewed: the same people, the same price. */
  readonly isSame: boolean
  readonly differences: readonly PreviewDifference[]
}

export function comparePreview(
  previewRunId: number,
  preview: IssueReport,
  report: IssueReport,
): PreviewComparison {
  const before = byCutOff(preview)
  const after = byCutOff(report)
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  const differences = keys.flatMap((key) => differenceOf(before.get(key), after.get(key)))
  return { previewRunId, isSame: differences.length === 0, differences }
}

function byCutOff({ issued }: IssueReport): Map<string, PlatformInvoiceIssued> {
  return new Map(issued.map((one) => [`${one.cutOffAt} ${one.locationId}`, one]))
}

function differenceOf(
  preview: PlatformInvoiceIssued | undefined,
  issued: PlatformInvoiceIssued | undefined,
): PreviewDifference[] {
  const one = issued ?? preview
  if (one === undefined || isSame(preview, issued)) return []
  const { locationId, location, cutOffAt } = one
  return [{ locationId, location, cutOffAt, preview: figuresOf(preview), issued: figuresOf(issued) }]
}

/** The hash of the list tells other people, or other evidence, behind the same number. */
function isSame(a: PlatformInvoiceIssued | undefined, b: PlatformInvoiceIssued | undefined): boolean {
  return a?.listHash === b?.listHash && a?.totalMinor === b?.totalMinor && a?.currency === b?.currency
}

function figuresOf(one: PlatformInvoiceIssued | undefined): PreviewFigures | null {
  if (one === undefined) return null
  const { activeUsers, currency, digits, totalMinor } = one
  return { activeUsers, currency, digits, totalMinor }
}
