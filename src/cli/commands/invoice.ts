import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { readChoice, readWhole } from '#cli/arguments'
import { supplementCommand, supplementsCommand, withdrawSupplementCommand } from '#cli/commands/supplements'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { networkOr } from '#cli/only-network'
import { chargeTable } from '#cli/print-charge'
import { printIssueRun, printIssueRuns } from '#cli/print-issue-run'
import { figure, inWords, printable, renderTable } from '#cli/tables'
import { ruleOf } from '#counting/rules'
import { HeadcountError } from '#errors'
import { given } from '#lib/given'
import { quoted } from '#lib/quote'
import { fromMinor } from '#model/money'
import { PAPERS, type Paper } from '#model/paper'
import type { Headcount } from '#services/headcount'
import {
  MOST_INVOICED_USERS,
  type PlatformInvoiceDetails,
  type PlatformInvoicePage,
} from '#services/platform-invoices/read'

export function invoiceCommand(context: CliContext): Command {
  const parent = new Command('invoice')
    .description('The platform invoices that were issued here.')
    .addHelpText('after', '\nExample:\n  headcount invoice list --network "Harbour Group"')
  const commands = [
    listCommand,
    showCommand,
    usersCommand,
    adjustmentsCommand,
    pdfCommand,
    proofCommand,
    keyCommand,
    voidCommand,
    creditCommand,
    supplementCommand,
    supplementsCommand,
    withdrawSupplementCommand,
    runsCommand,
  ]
  for (const make of commands) parent.addCommand(make(context))
  return parent
}

interface NetworkFlags {
  readonly network?: string
  readonly json?: true
}

/** A command about one invoice of a network. */
function numbered(name: string, description: string, example: string): Command {
  return new Command(name)
    .description(description)
    .argument('<number>', 'number of the invoice')
    .option('--network <n>', 'id, external id or exact name; default the only one')
    .option('--json', 'print JSON')
    .addHelpText('after', `\nExample:\n  headcount invoice ${name} 17 --network "Harbour Group"${example}`)
}

async function keyOf(headcount: Headcount, number: string, { network }: NetworkFlags) {
  return { network: await networkOr(headcount, network), number: readWhole('the number', number) }
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('List platform invoices and credit notes, the newest first.')
    .option('--network <n>', 'id, external id or exact name; default the only one')
    .option('--location <l>', 'only this location')
    .option('--before <n>', 'numbers below this one', (text) => readWhole('--before', text))
    .option('--limit <n>', 'rows a page; default 50', (text) => readWhole('--limit', text))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount invoice list --network "Harbour Group"')
    .action(
      ({ json: asJson, ...options }: NetworkFlags & { location?: string; before?: number; limit?: number }) =>
        withHeadcount(context, async (headcount) => {
          const network = await networkOr(headcount, options.network)
          const page = await headcount.listPlatformInvoices({ ...options, network })
          context.terminal.out(asJson ? json(page) : printPage(page))
          if (!asJson && page.nextBefore !== null) context.terminal.err(`More: --before ${page.nextBefore}\n`)
        }),
    )
}

function printPage({ items, total }: PlatformInvoicePage): string {
  if (total === 0) return 'No platform invoice was issued here yet: headcount issue\n'
  const rows = items.map((one) => [
    String(one.number),
    one.location,
    one.cutOffAt,
    one.kind === 'credit_note' ? `credit on ${one.about}` : one.isVoid ? 'void' : '',
    figure(one.activeUsers),
    `${one.currency} ${fromMinor(one.totalMinor, one.digits)}`,
  ])
  const columns = [
    { title: 'Number', align: 'right' as const },
    { title: 'Location' },
    { title: 'Cut-off' },
    { title: '' },
    { title: 'Active users', align: 'right' as const },
    { title: 'Total', align: 'right' as const },
  ]
  return `${renderTable(columns, rows)}\n`
}

function showCommand(context: CliContext): Command {
  return numbered('show', 'Show a platform invoice: count, lines, total, void and credit notes.', '').action(
    (number: string, flags: NetworkFlags) =>
      withHeadcount(context, async (headcount) => {
        const details = await headcount.getPlatformInvoice(await keyOf(headcount, number, flags))
        context.terminal.out(flags.json ? json(details) : printInvoice(details))
      }),
  )
}

function printInvoice({ invoice, hash, void: voided, creditNotes }: PlatformInvoiceDetails): string {
  const { currency, digits, pricePlan } = invoice
  const notes = creditNotes.map(
    (note) => `Credit note ${note.number}: ${currency} ${fromMinor(note.totalMinor, digits)}. ${note.reason}`,
  )
  const sources = Object.entries(invoice.bySource).map(
    ([source, count]) => `${ruleOf(source as keyof typeof invoice.bySource).label} ${figure(count)}`,
  )
  const lines = [
    `Platform invoice ${invoice.number}, ${printable(invoice.location.name)}`,
    `From ${invoice.windowFrom} to ${invoice.cutOffAt}, rule set ${invoice.ruleSet}`,
    ...(voided === null ? [] : [`Void since ${voided.issuedAt}: ${printable(voided.reason)}`]),
    `${figure(invoice.activeUsers)} active users: ${sources.join(', ')}`,
    `Price plan ${printable(pricePlan.plan.name)}, version ${pricePlan.version}`,
    '',
    chargeTable(invoice.lines, digits),
    '',
    `Total ${currency} ${fromMinor(invoice.totalMinor, digits)}`,
    ...notes.map(printable),
    `Hash ${hash}`,
  ]
  return `${lines.join('\n')}\n`
}

function usersCommand(context: CliContext): Command {
  return numbered('users', 'List who was counted, with sources and evidence, as frozen.', '')
    .option('--limit <n>', 'rows a page; default 50', (text) => readWhole('--limit', text))
    .option('--offset <n>', 'rows to pass over', (text) => readWhole('--offset', text))
    .option('--csv', 'print CSV, all rows unless --limit is given')
    .action((number: string, flags: NetworkFlags & { limit?: number; offset?: number; csv?: true }) =>
      withHeadcount(context, async (headcount) => {
        const { offset, csv } = flags
        const limit = flags.limit ?? (csv ? MOST_INVOICED_USERS : undefined)
        const key = await keyOf(headcount, number, flags)
        const page = await headcount.listInvoicedUsers({ ...key, ...given({ limit, offset }) })
        if (csv) {
          const { invoicedUsersCsv } = await import('#documents/invoiced-users-csv')
          return context.terminal.out(invoicedUsersCsv(page.items))
        }
        if (flags.json) return context.terminal.out(json(page))
        const rows = page.items.map((user) => [
          user.name,
          user.externalId,
          user.sources.map((source) => ruleOf(source).label).join(', '),
          user.evidence.map(({ source, kind, record }) => `${source} ${kind} ${record}`).join('; '),
        ])
        const titles = ['Customer', 'External id', 'Sources', 'Evidence'].map((title) => ({ title }))
        context.terminal.out(`${renderTable(titles, rows)}\n`)
        if (page.nextOffset !== null) context.terminal.err(`More: --offset ${page.nextOffset}\n`)
      }),
    )
}

function adjustmentsCommand(context: CliContext): Command {
  return numbered(
    'adjustments',
    'List records of the closed window that came or changed after its cut-off.',
    '',
  ).action((number: string, flags: NetworkFlags) =>
    withHeadcount(context, async (headcount) => {
      const told = await headcount.listAdjustments(await keyOf(headcount, number, flags))
      if (flags.json) return context.terminal.out(json(told))
      const rows = told.items.map(({ name, externalId, change, state, sources }) => [
        name,
        externalId,
        change,
        inWords(state),
        sources.map((source) => ruleOf(source).label).join(', '),
      ])
      const titles = ['Customer', 'External id', 'Would be', 'Supplement', 'Sources'].map((title) => ({
        title,
      }))
      const money = (minor: number) => `${told.currency} ${fromMinor(minor, told.digits)}`
      const next =
        told.supplementNetMinor === 0
          ? ''
          : `A supplement would put ${money(told.supplementNetMinor)} before tax on the next invoice: headcount invoice supplement ${told.number}\n`
      context.terminal.out(
        `${rows.length === 0 ? '' : `${renderTable(titles, rows)}\n\n`}Invoice ${told.number} has ${figure(told.activeUsers)} active users; by today's records it would have ${figure(told.recounted)} (${money(told.differenceMinor)}).\n${next}`,
      )
    }),
  )
}

function pdfCommand(context: CliContext): Command {
  return numbered('pdf', 'Write a platform invoice as a PDF.', ' --out 17.pdf --paper Letter')
    .requiredOption('--out <file>', 'file to write')
    .option('--paper <p>', `${PAPERS.join(', ')}; default A4`, (text) => readChoice('--paper', text, PAPERS))
    .action((number: string, flags: NetworkFlags & { out: string; paper?: Paper }) =>
      withHeadcount(context, async (headcount) => {
        const {
          network,
          invoice,
          hash,
          void: voided,
        } = await headcount.getPlatformInvoice(await keyOf(headcount, number, flags))
        const { invoicePdf } = await import('#documents/invoice-pdf')
        const pdf = await invoicePdf({
          ...{ network, invoice, hash, listUrl: null },
          voidReason: voided?.reason ?? null,
          paper: flags.paper ?? 'A4',
          label: (source) => ruleOf(source).label,
        })
        await writeFile(flags.out, pdf).catch((error: NodeJS.ErrnoException) => {
          throw new HeadcountError('OUTPUT_FAILED', `${quoted(flags.out)} cannot be written (${error.code}).`)
        })
        const written = { number: invoice.number, file: flags.out, bytes: pdf.length }
        context.terminal.out(flags.json ? json(written) : `Wrote ${flags.out}.\n`)
      }),
    )
}

function proofCommand(context: CliContext): Command {
  return numbered(
    'proof',
    'Print an invoice as a proof pack, which `headcount verify` checks anywhere.',
    ' > 17.json',
  ).action((number: string, flags: NetworkFlags) =>
    withHeadcount(context, async (headcount) => {
      context.terminal.out(json(await headcount.exportProofPack(await keyOf(headcount, number, flags))))
    }),
  )
}

function keyCommand(context: CliContext): Command {
  return new Command('key')
    .description('Print the public key that proof packs are signed by.')
    .addHelpText('after', '\nExample:\n  headcount invoice key')
    .action(() =>
      withHeadcount(context, async (headcount) => {
        context.terminal.out(`${await headcount.getPlatformKey()}\n`)
      }),
    )
}

function voidCommand(context: CliContext): Command {
  return numbered(
    'void',
    'Void a platform invoice, so that it can be issued again.',
    ' --reason "Wrong plan."',
  )
    .requiredOption('--reason <text>', 'told with the invoice for ever')
    .action((number: string, flags: NetworkFlags & { reason: string }) =>
      withHeadcount(context, async (headcount) => {
        const voided = await headcount.voidPlatformInvoice({
          ...(await keyOf(headcount, number, flags)),
          reason: flags.reason,
        })
        context.terminal.out(flags.json ? json(voided) : `Platform invoice ${voided.number} is void.\n`)
      }),
    )
}

function creditCommand(context: CliContext): Command {
  return numbered(
    'credit',
    'Issue a credit note on a platform invoice.',
    ' --amount 12.50 --reason "Goodwill."',
  )
    .requiredOption('--reason <text>', 'told on the credit note')
    .option('--amount <a>', 'before tax; default all that is left')
    .action((number: string, flags: NetworkFlags & { reason: string; amount?: string }) =>
      withHeadcount(context, async (headcount) => {
        const { reason, amount } = flags
        const note = await headcount.creditPlatformInvoice({
          ...(await keyOf(headcount, number, flags)),
          reason,
          ...given({ amount }),
        })
        const total = `${note.currency} ${fromMinor(note.totalMinor, note.digits)}`
        context.terminal.out(
          flags.json ? json(note) : `Credit note ${note.number} on invoice ${note.about}: ${total}.\n`,
        )
      }),
    )
}

function runsCommand(context: CliContext): Command {
  return new Command('runs')
    .description('List the runs that issued platform invoices or tried it out, or show one.')
    .argument('[run]', 'number of a run')
    .option('--network <n>', 'only runs for this network alone')
    .option('--before <n>', 'runs before this one', (text) => readWhole('--before', text))
    .option('--limit <n>', 'rows a page; default 50', (text) => readWhole('--limit', text))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount invoice runs 12')
    .action(
      (
        run: string | undefined,
        { json: asJson, ...options }: NetworkFlags & { before?: number; limit?: number },
      ) =>
        withHeadcount(context, async (headcount) => {
          if (run !== undefined) {
            const details = await headcount.issueRun(readWhole('the run', run))
            context.terminal.out(asJson ? json(details) : printIssueRun(details))
            return
          }
          const page = await headcount.issueRuns(options)
          context.terminal.out(asJson ? json(page) : printIssueRuns(page))
        }),
    )
}
