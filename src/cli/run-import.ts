/** Runs an import with its progress bar and prints the report. */
import { type CliContext, json } from '#cli/context'
import { printReport } from '#cli/print-report'
import { importBar } from '#cli/progress'
import type { ImportOptions } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'

export async function runImport(
  { terminal }: CliContext,
  asJson: true | undefined,
  run: (options: ImportOptions) => Promise<ImportReport>,
): Promise<void> {
  const bar = await importBar(terminal)
  try {
    const report = await run({ onProgress: bar.onProgress })
    bar.done(report.hasChanges ? 'Imported' : 'Nothing changed')
    terminal.out(asJson ? json(report) : printReport(report))
  } catch (error) {
    bar.failed('Nothing was imported')
    throw error
  }
}
