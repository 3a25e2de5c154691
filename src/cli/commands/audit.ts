import { Command } from 'commander'
import { readWhole } from '#cli/arguments'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { figure, renderTable } from '#cli/tables'
import type { AuditEntry } from '#services/audit/entry'

const EXIT_BROKEN = 1

export function auditCommand(context: CliContext, exit: (code: number) => void): Command {
  const parent = new Command('audit')
    .description('The audit log: what was changed, when, by whom.')
    .addHelpText('after', '\nExample:\n  headcount audit verify')
  parent.addCommand(verifyCommand(context, exit))
  parent.addCommand(listCommand(context))
  return parent
}

function verifyCommand(context: CliContext, exit: (code: number) => void): Command {
  return new Command('verify')
    .description('Check that no entry was changed, removed or put elsewhere; ends with 1 where one was.')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nNote the last hashes somewhere else: a log that was cut at its end shows by them alone.\n\nExample:\n  headcount audit verify',
    )
    .action((flags: { json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const verdict = await headcount.verifyAudit()
        if (!verdict.isIntact) exit(EXIT_BROKEN)
        if (flags.json) return context.terminal.out(json(verdict))
        const lines = verdict.chains.flatMap(({ networkId, entries, lastHash, faults }) => [
          `${chainName(networkId)}: ${figure(entries)} entries, last hash ${lastHash}`,
          ...faults.map((fault) => `  ${fault}`),
        ])
        lines.push(verdict.isIntact ? 'The audit log is intact.' : 'The audit log is not as it was written.')
        context.terminal.out(`${lines.join('\n')}\n`)
      }),
    )
}

function chainName(networkId: number): string {
  return networkId === 0 ? 'Accounts and the rest of no network' : `Network ${networkId}`
}

interface ListFlags {
  readonly network?: string
  readonly action?: string
  readonly limit?: number
  readonly before?: number
  readonly json?: true
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('List entries of the audit log, the newest first.')
    .option('--network <n>', 'of this network: id, external id or exact name; default what belongs to none')
    .option('--action <a>', 'only this action, such as operator.set_role')
    .option('--limit <n>', 'entries; default 50', (text) => readWhole('--limit', text))
    .option('--before <n>', 'entries before this number', (text) => readWhole('--before', text))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount audit list --network "Harbour Group"')
    .action(({ json: asJson, ...options }: ListFlags) =>
      withHeadcount(context, async (headcount) => {
        const page = await headcount.listAudit(options)
        if (asJson) return context.terminal.out(json(page))
        const titles = ['Entry', 'When', 'Who', 'Action', 'What']
        context.terminal.out(
          `${renderTable(
            titles.map((title) => ({ title })),
            page.entries.map(cellsOf),
          )}\n`,
        )
        if (page.nextBefore !== null) context.terminal.err(`More: --before ${page.nextBefore}\n`)
      }),
    )
}

function cellsOf(entry: AuditEntry): string[] {
  return [
    String(entry.entryNumber),
    entry.at,
    `${entry.operatorId ?? '–'} (${entry.door})`,
    entry.action,
    JSON.stringify(entry.subject),
  ]
}
