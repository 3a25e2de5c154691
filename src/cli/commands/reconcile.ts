import { Command } from 'commander'
import { readInstant, readWhole } from '#cli/arguments'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { networkOr } from '#cli/only-network'
import { printReconciliation } from '#cli/print-reconciliation'
import { given } from '#lib/given'

interface ReconcileFlags {
  readonly network?: string
  readonly asOf?: Date
  readonly against?: number
  readonly json?: true
}

export function reconcileCommand(context: CliContext): Command {
  return new Command('reconcile')
    .description('Why a platform invoice differs from the count: one reason for each customer, and sums.')
    .argument('<invoice>', 'number of the invoice')
    .option('--network <n>', 'id, external id or exact name; default the only one')
    .option('--as-of <instant>', 'compare with the count as of this instant; default now', readInstant)
    .option('--against <n>', 'compare with another invoice of the location', (text) =>
      readWhole('--against', text),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount reconcile 17 --as-of 2026-11-20')
    .action((invoice: string, flags: ReconcileFlags) =>
      withHeadcount(context, async (headcount) => {
        const number = readWhole('the invoice', invoice)
        const network = await networkOr(headcount, flags.network)
        const { asOf, against } = flags
        const told = await headcount.reconcilePlatformInvoice({
          network,
          number,
          ...given({ asOf, against }),
        })
        context.terminal.out(flags.json ? json(told) : printReconciliation(told))
      }),
    )
}
