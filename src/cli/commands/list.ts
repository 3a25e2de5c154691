import { Command } from 'commander'
import { readChoice, readInstant, readWhole } from '#cli/arguments'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { printList } from '#cli/print-list'
import { ORDERS, type Order, SORTS, type Sort } from '#counting/list'
import { given } from '#lib/given'
import type { CustomerKind } from '#model/active-user'
import type { Source } from '#model/source'
import type { ActiveUserPage, ListOptions } from '#services/active-users/list'

const LIST_FORMATS = ['table', 'json', 'csv'] as const

type ListFormat = (typeof LIST_FORMATS)[number]

/** As typed: the verb finds out what is no source and no order. */
interface ListFlags {
  readonly location: string
  readonly network?: string
  readonly source?: readonly Source[]
  readonly only?: true
  readonly search?: string
  readonly kind?: CustomerKind
  readonly suspended?: boolean
  readonly archived?: boolean
  readonly disputable?: boolean
  readonly sort?: Sort
  readonly order?: Order
  readonly asOf?: Date
  readonly limit?: number
  readonly cursor?: string
  readonly format?: ListFormat
  readonly json?: true
}

export function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('List the active users of a location with their sources.')
    .requiredOption('--location <l>', 'id, external id or exact name')
    .option('--network <n>', 'the network of the location, where the name is in several')
    .option('--source <s...>', 'only customers with at least one of these sources')
    .option('--only', 'only customers with exactly one source: whichever, or one of those given')
    .option('--search <text>', 'only names, e-mails or companies that contain this')
    .option('--kind <kind>', 'member (has a contract there) or contact (has none)')
    .option('--suspended [answer]', 'yes: only suspended customers; no: only others', readYesOrNo)
    .option('--archived [answer]', 'yes: only archived customers; no: only others', readYesOrNo)
    .option(
      '--disputable [answer]',
      'yes: only who counts by nothing but disputable evidence; no: only others',
      readYesOrNo,
    )
    .option('--sort <by>', `${SORTS.join(', ')}; default name`)
    .option('--order <order>', `${ORDERS.join(', ')}; default asc`)
    .option('--as-of <instant>', 'as of this instant; default now', readInstant)
    .option('--limit <n>', 'rows a page; default 50', (text) => readWhole('--limit', text))
    .option('--cursor <c>', 'the page after, as the page before says')
    .option('--format <format>', `${LIST_FORMATS.join(', ')}; default table`, (text) =>
      readChoice('--format', text, LIST_FORMATS),
    )
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      '\nExample:\n  headcount list --location "Harbour Loft" --source booking --search quill --format csv',
    )
    .action((flags: ListFlags) =>
      withHeadcount(context, async (headcount) => {
        const { format = 'table', json: asJson } = flags
        const shape = asJson ? 'json' : format
        const page = await headcount.list(optionsOf(flags))
        const print = {
          table: printList,
          csv,
          json,
        }
        context.terminal.out(await print[shape](page))
        if (shape === 'csv' && page.nextCursor !== null)
          context.terminal.err(`More: --cursor ${page.nextCursor}\n`)
      }),
    )
}

/** What writes CSV is loaded only for it. */
async function csv({ activeUsers }: ActiveUserPage): Promise<string> {
  const { activeUsersCsv } = await import('#documents/active-users-csv')
  return activeUsersCsv(activeUsers)
}

function optionsOf(flags: ListFlags): ListOptions {
  const { source, suspended, archived, disputable, format: _format, json: _json, ...options } = flags
  const filters = { isSuspended: suspended, isArchived: archived, isDisputable: disputable }
  return { ...options, ...given({ sources: source, ...filters }) }
}

/** A flag without an answer means yes. */
function readYesOrNo(text: string): boolean {
  return readChoice('The answer', text, ['yes', 'no']) === 'yes'
}
