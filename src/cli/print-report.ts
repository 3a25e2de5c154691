import { figure, inWords, printable, renderTable } from '#cli/tables'
import type { ImportReport } from '#services/imports/report'

const SHOWN_PROBLEMS = 20

/** What an import did, with the first problems; all that were kept are in the JSON report. */
export function printReport(report: ImportReport): string {
  const kinds = Object.entries(report.records).filter(([, kind]) => kind.read > 0 || kind.skipped > 0)
  const table = renderTable(
    ['Records', 'Read', 'Added', 'Changed', 'Skipped'].map((title, index) => ({
      title,
      align: index === 0 ? 'left' : 'right',
    })),
    kinds.map(([name, kind]) => [
      inWords(name),
      figure(kind.read),
      figure(kind.added),
      figure(kind.changed),
      figure(kind.skipped),
    ]),
  )
  const summary = report.hasChanges
    ? `Imported into ${printable(report.network.name)} in ${(report.durationMs / 1000).toFixed(1)} s.`
    : kinds.every(([, kind]) => kind.read === 0)
      ? 'Nothing was imported: there is no record that could be used.'
      : `Nothing changed: ${printable(report.network.name)} already holds all of this.`
  return `${summary}\n\n${table}\n${printProblems(report)}`
}

/** The first problems; nothing where there are none. */
export function printProblems(
  report: Pick<ImportReport, 'problems' | 'problemCount' | 'warningCount'>,
): string {
  if (report.problems.length === 0) return ''
  const shown = report.problems.slice(0, SHOWN_PROBLEMS)
  const counts = `${figure(report.problemCount)} records or fields could not be read, ${figure(report.warningCount)} warnings`
  const table = renderTable(
    [{ title: 'File' }, { title: 'Record' }, { title: 'Field' }, { title: 'Value' }, { title: 'Reason' }],
    shown.map((problem) => [
      problem.file,
      problem.record,
      problem.field,
      problem.value.slice(0, 40),
      problem.reason,
    ]),
  )
  const rest = report.problemCount + report.warningCount - shown.length
  return `\n${counts}:\n\n${table}\n${rest > 0 ? `… and ${figure(rest)} more; --json prints up to 1,000.\n` : ''}`
}
