import { Command } from 'commander'
import { readChoice, readInstant, readSource, readWhole } from '#cli/arguments'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { listAsCsv, printList } from '#cli/print-list'
import { SORTS } from '#counting/list'
import { given } from '#lib/given'
import { MOST_ROWS } from '#services/active-users/list'

const LIST_FORMATS = ['table', 'json', 'csv'] as const

interface ListFlags {
  readonly location: string
  readonly network?: string
  readonly source?: readonly string[]
  readonly search?: string
  readonly sort?: string
  readonly asOf?: Date
  readonly limit?: number
  readonly cursor?: string
  readonly format?: string
  readonly json?: true
}

export function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('List the active users of a location with their sources.')
    .requiredOption('--location <l>', 'id, external id or exact name')
    .option('--network <n>', 'the network of the location, where the name is in several')
    .option('--source <s...>', 'only customers with at least one of these sources')
    .option('--search <text>', 'only names, e-mails or companies that contain this')
    .option('--sort <order>', `${SORTS.join(', ')}; default name`)
    .option('--as-of <instant>', 'as of this instant; default now', readInstant)
    .option('--limit <n>', 'rows a page; default 50', (text) => readWhole('--limit', text, 1, MOST_ROWS))
    .option('--cursor <c>', 'the page after, as the page before says')
    .option('--format <format>', `${LIST_FORMATS.join(', ')}; default table`)
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      '\nExample:\n  headcount list --location "Harbour Loft" --source booking --search quill --format csv',
    )
    .action((flags: ListFlags) =>
      withHeadcount(context, async (headcount) => {
        const { source, sort, format, json: asJson, ...options } = flags
        const shape = asJson
          ? 'json'
          : format === undefined
            ? 'table'
            : readChoice('--format', format, LIST_FORMATS)
        const page = await headcount.list({
          ...options,
          ...given({
            sources: source?.map(readSource),
            sort: sort === undefined ? undefined : readChoice('--sort', sort, SORTS),
          }),
        })
        const print = { table: printList, csv: listAsCsv, json }
        context.terminal.out(print[shape](page))
        if (shape === 'csv' && page.nextCursor !== null)
          context.terminal.err(`More: --cursor ${page.nextCursor}\n`)
      }),
    )
}
