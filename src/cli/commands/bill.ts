import { readFile, writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { readWhole } from '#cli/arguments'
import { readAddOns } from '#cli/commands/price'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { networkOr } from '#cli/only-network'
import { printAudit, printBills, printInferred } from '#cli/print-bill'
import { renderTable } from '#cli/tables'
import { ruleOf } from '#counting/rules'
import { HeadcountError } from '#errors'
import { unreadable } from '#lib/file-fault'
import { given } from '#lib/given'
import { quoted } from '#lib/quote'
import { MOST_ROWS } from '#services/active-users/list'
import type { Headcount } from '#services/headcount'

export function billCommand(context: CliContext): Command {
  const parent = new Command('bill')
    .description('The platform’s own bills, audited: what they ask beside what was counted.')
    .addHelpText('after', '\nExample:\n  headcount bill audit P-10233 --list platform.csv')
  const commands = [listCommand, auditCommand, usersCommand, proofCommand, planCommand]
  for (const make of commands) parent.addCommand(make(context))
  return parent
}

interface NetworkFlags {
  readonly network?: string
  readonly json?: true
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('List bills with the count at their cut-offs and a verdict each, the newest first.')
    .option('--network <n>', 'id, external id or exact name; default the only one')
    .option('--location <l>', 'only this location')
    .option('--limit <n>', 'rows a page; default 24', (text) => readWhole('--limit', text))
    .option('--offset <n>', 'rows to pass over', (text) => readWhole('--offset', text))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount bill list --location "Harbour Loft"')
    .action(
      ({ json: asJson, ...flags }: NetworkFlags & { location?: string; limit?: number; offset?: number }) =>
        withHeadcount(context, async (headcount) => {
          const network = await networkOr(headcount, flags.network)
          const page = await headcount.listBills({ ...flags, network })
          context.terminal.out(asJson ? json(page) : printBills(page))
          if (!asJson && page.nextOffset !== null) context.terminal.err(`More: --offset ${page.nextOffset}\n`)
        }),
    )
}

interface AuditFlags extends NetworkFlags {
  readonly plan?: string
  readonly addOn?: readonly string[]
  readonly list?: string
}

/** A command that audits one bill. */
function audited(name: string, description: string, example: string): Command {
  return new Command(name)
    .description(description)
    .argument('<bill>', 'number of the bill, or its external id')
    .option('--network <n>', 'id, external id or exact name; default the only one')
    .option('--plan <file>', 'what is paid by, a price plan as JSON; default the assigned or an inferred one')
    .option('--add-on <id...>', 'add-ons of that plan that the location has, such as doors=3')
    .option('--list <file>', 'the platform’s list: a line each with an id, an e-mail or a name, or a CSV')
    .addHelpText('after', `\nExample:\n  headcount bill ${name} P-10233 ${example}`)
}

function auditCommand(context: CliContext): Command {
  return audited(
    'audit',
    'What a bill asks beside the count: people, money, and who differs.',
    '--list platform.csv',
  )
    .option('--json', 'print JSON')
    .action((bill: string, flags: AuditFlags) =>
      withHeadcount(context, async (headcount) => {
        const audit = await headcount.auditBill(await questionOf(headcount, bill, flags))
        context.terminal.out(flags.json ? json(audit) : printAudit(audit))
      }),
    )
}

function usersCommand(context: CliContext): Command {
  return new Command('users')
    .description('List who was counted in the window that a bill closes, with sources.')
    .argument('<bill>', 'number of the bill, or its external id')
    .option('--network <n>', 'id, external id or exact name; default the only one')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount bill users P-10233')
    .action((text: string, flags: NetworkFlags) =>
      withHeadcount(context, async (headcount) => {
        const network = await networkOr(headcount, flags.network)
        const { bill } = await headcount.auditBill({ network, bill: text })
        const page = await headcount.list({
          ...{ location: `id:${bill.location.locationId}`, network, limit: MOST_ROWS },
          ...{ asOf: new Date(bill.cutOffAt), cutOff: 'before' },
        })
        if (flags.json) return context.terminal.out(json(page))
        const rows = page.activeUsers.map(({ name, externalId, sources }) => [
          name,
          externalId,
          sources.map((source) => ruleOf(source).label).join(', '),
        ])
        const titles = ['Customer', 'External id', 'Sources'].map((title) => ({ title }))
        context.terminal.out(`${renderTable(titles, rows)}\n`)
      }),
    )
}

function proofCommand(context: CliContext): Command {
  return audited(
    'proof',
    'Write an audit as one signed file, which `headcount verify` checks.',
    '--out 10233.json',
  )
    .option('--out <file>', 'file to write; default print it')
    .action((bill: string, flags: AuditFlags & { out?: string }) =>
      withHeadcount(context, async (headcount) => {
        const proof = json(await headcount.exportBillProof(await questionOf(headcount, bill, flags)))
        const { out } = flags
        if (out === undefined) return context.terminal.out(proof)
        await writeFile(out, proof).catch((error: NodeJS.ErrnoException) => {
          throw new HeadcountError('OUTPUT_FAILED', `${quoted(out)} cannot be written (${error.code}).`)
        })
        context.terminal.out(`Wrote ${out}.\n`)
      }),
    )
}

function planCommand(context: CliContext): Command {
  return new Command('plan')
    .description('The price plan that the bills of a location tell of, and what they leave open.')
    .argument('<location>', 'id, external id or exact name')
    .option('--network <n>', 'id, external id or exact name')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount bill plan "Harbour Loft"')
    .action((location: string, { network, json: asJson }: NetworkFlags) =>
      withHeadcount(context, async (headcount) => {
        const inferred = await headcount.inferPricePlan({ location, ...given({ network }) })
        context.terminal.out(asJson ? json(inferred) : printInferred(inferred))
      }),
    )
}

async function questionOf(headcount: Headcount, bill: string, flags: AuditFlags) {
  const network = await networkOr(headcount, flags.network)
  const plan = flags.plan === undefined ? undefined : await readPlan(flags.plan)
  const addOns = flags.addOn === undefined ? undefined : readAddOns(flags.addOn)
  const platformList = flags.list === undefined ? undefined : await readList(flags.list)
  return { network, bill, ...given({ plan, addOns, platformList }) }
}

async function readPlan(file: string) {
  const { readPricePlanFile } = await import('#services/price-plans/check')
  return readPricePlanFile(file)
}

async function readList(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new HeadcountError(
      'PLATFORM_LIST_INVALID',
      `The file ${quoted(file)} ${unreadable(error).message}.`,
    )
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new HeadcountError('PLATFORM_LIST_INVALID', `The file ${quoted(file)} is no UTF-8 text.`)
  }
}
