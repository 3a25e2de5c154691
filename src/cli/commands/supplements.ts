import { Command } from 'commander'
import { readChoice, readWhole } from '#cli/arguments'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { networkOr } from '#cli/only-network'
import { printable, renderTable } from '#cli/tables'
import { given } from '#lib/given'
import { fromMinor } from '#model/money'
import { SUPPLEMENT_STATES, type SupplementState } from '#model/supplement'
import type { Supplement } from '#services/supplements/rows'

interface NetworkFlags {
  readonly network?: string
  readonly json?: true
}

export function supplementCommand(context: CliContext): Command {
  return new Command('supplement')
    .description('Put what late records make of a platform invoice on the next one of its location.')
    .argument('<number>', 'number of the invoice')
    .requiredOption('--reason <text>', 'told with it for ever')
    .option('--network <n>', 'id, external id or exact name; default the only one')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount invoice supplement 17 --reason "A booking came late."')
    .action((number: string, flags: NetworkFlags & { reason: string }) =>
      withHeadcount(context, async (headcount) => {
        const agreed = await headcount.agreeSupplement({
          network: await networkOr(headcount, flags.network),
          number: readWhole('the number', number),
          reason: flags.reason,
        })
        context.terminal.out(
          flags.json
            ? json(agreed)
            : `Supplement ${agreed.supplementId} about invoice ${agreed.about}: ${amountOf(agreed)} before tax, on the next invoice of ${printable(agreed.location)}.\n`,
        )
      }),
    )
}

export function supplementsCommand(context: CliContext): Command {
  return new Command('supplements')
    .description('List what was agreed about issued platform invoices for later ones.')
    .option('--network <n>', 'id, external id or exact name; default the only one')
    .option('--location <l>', 'only this location')
    .option('--state <s>', SUPPLEMENT_STATES.join(', '), (text) =>
      readChoice('--state', text, SUPPLEMENT_STATES),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount invoice supplements --state pending')
    .action((flags: NetworkFlags & { location?: string; state?: SupplementState }) =>
      withHeadcount(context, async (headcount) => {
        const network = await networkOr(headcount, flags.network)
        const { location, state } = flags
        const items = await headcount.listSupplements({ network, ...given({ location, state }) })
        context.terminal.out(flags.json ? json({ items, total: items.length }) : printSupplements(items))
      }),
    )
}

export function withdrawSupplementCommand(context: CliContext): Command {
  return new Command('withdraw-supplement')
    .description('Withdraw a supplement that stands on no invoice.')
    .argument('<supplement>', 'number of the supplement')
    .requiredOption('--reason <text>', 'told with it for ever')
    .option('--network <n>', 'id, external id or exact name; default the only one')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  headcount invoice withdraw-supplement 3 --reason "Credited instead."',
    )
    .action((supplement: string, flags: NetworkFlags & { reason: string }) =>
      withHeadcount(context, async (headcount) => {
        const withdrawn = await headcount.withdrawSupplement({
          network: await networkOr(headcount, flags.network),
          supplement: readWhole('the supplement', supplement),
          reason: flags.reason,
        })
        context.terminal.out(
          flags.json ? json(withdrawn) : `Supplement ${withdrawn.supplementId} is withdrawn.\n`,
        )
      }),
    )
}

function printSupplements(items: readonly Supplement[]): string {
  if (items.length === 0) return 'Nothing was agreed: headcount invoice supplement NUMBER\n'
  const rows = items.map((one) => [
    String(one.supplementId),
    one.location,
    String(one.about),
    amountOf(one),
    one.state,
    one.lines
      .filter(({ isVoid }) => !isVoid)
      .map(({ number }) => String(number))
      .join(', '),
    one.reason,
  ])
  const columns = [
    { title: 'Supplement', align: 'right' as const },
    { title: 'Location' },
    { title: 'About', align: 'right' as const },
    { title: 'Before tax', align: 'right' as const },
    { title: 'State' },
    { title: 'On invoice' },
    { title: 'Reason' },
  ]
  return `${renderTable(columns, rows)}\n`
}

function amountOf({ currency, netMinor, digits }: Supplement): string {
  return `${currency} ${fromMinor(netMinor, digits)}`
}
