import { Command } from 'commander'
import { type CliContext, withHeadcount } from '#cli/context'
import { runImport } from '#cli/run-import'
import { given } from '#lib/given'
import type { Headcount } from '#services/headcount'
import type { ImportOptions } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'

export function importCommand(context: CliContext): Command {
  const parent = new Command('import')
    .description('Bring in the records of a network.')
    .addHelpText('after', '\nExample:\n  headcount import nexudus ./export --network "Harbour Group"')
  parent.addCommand(
    importing(new Command('nexudus'), context, (headcount, folder, options) =>
      headcount.importNexudus(folder, options),
    )
      .description('Import a Nexudus export directory: one JSON file for each kind of record.')
      .addHelpText('after', '\nExample:\n  headcount import nexudus ./export'),
  )
  parent.addCommand(
    importing(new Command('cobot'), context, (headcount, folder, options) =>
      headcount.importCobot(folder, options),
    )
      .description('Import answers of Cobot’s REST API: spaces.json, and four lists for each space.')
      .addHelpText('after', '\nExample:\n  headcount import cobot ./cobot --network "Harbour Group"'),
  )
  parent.addCommand(csvCommand(context))
  return parent
}

function csvCommand(context: CliContext): Command {
  const importFolder = (headcount: Headcount, folder: string, options: ImportOptions) =>
    headcount.importCsv(folder, options)
  return importing(new Command('csv'), context, importFolder, async (folder) => {
    const { writeCsvTemplates } = await import('#services/imports/csv-templates')
    const files = await writeCsvTemplates(folder)
    context.terminal.out(
      `Wrote ${files.join(', ')} into ${folder}.\nFill them in, then: headcount import csv ${folder} --network NAME\n`,
    )
  })
    .description('Import a folder of CSV files, or write empty ones to fill in with --template.')
    .option('--template', 'write a template for each kind of record into the folder instead of importing')
    .addHelpText(
      'after',
      '\nExamples:\n  headcount import csv ./records --template\n  headcount import csv ./records --network "Harbour Group"',
    )
}

interface ImportFlags {
  readonly network?: string
  readonly json?: true
  readonly template?: true
}

function importing(
  command: Command,
  context: CliContext,
  importFolder: (headcount: Headcount, folder: string, options: ImportOptions) => Promise<ImportReport>,
  writeTemplates?: (folder: string) => Promise<void>,
): Command {
  return command
    .argument('<folder>', 'folder that holds the files')
    .option('--network <name>', 'network to import into; default: the one that the files tell')
    .option('--json', 'print the report as JSON')
    .action(async (folder: string, flags: ImportFlags) => {
      if (flags.template && writeTemplates !== undefined) return writeTemplates(folder)
      await withHeadcount(context, (headcount) =>
        runImport(context, flags.json, (options) =>
          importFolder(headcount, folder, { ...options, ...given({ networkName: flags.network }) }),
        ),
      )
    })
}
