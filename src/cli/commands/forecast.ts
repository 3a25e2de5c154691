import { Command } from 'commander'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { printForecast } from '#cli/print-forecast'
import { given } from '#lib/given'

interface ForecastFlags {
  readonly network?: string
  readonly suspend?: readonly string[]
  readonly cancelContract?: readonly string[]
  readonly leaveTeams?: readonly string[]
  readonly without?: readonly string[]
  readonly json?: true
}

export function forecastCommand(context: CliContext): Command {
  return new Command('forecast')
    .description('The next platform invoice of a location as things stand, or with something changed.')
    .argument('<location>', 'id, external id or exact name')
    .option('--network <n>', 'the network of the location, where the name is in several')
    .option('--suspend <c...>', 'what if these customers were suspended')
    .option('--cancel-contract <id...>', 'what if these contracts were cancelled')
    .option('--leave-teams <c...>', 'what if these customers left their teams')
    .option('--without <c...>', 'what if these customers had no records there at all')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount forecast "Harbour Loft" --suspend "Kit Moss"')
    .action((location: string, flags: ForecastFlags) =>
      withHeadcount(context, async (headcount) => {
        const { network, suspend, cancelContract: cancelContracts, leaveTeams, without } = flags
        const suppose = given({ suspend, cancelContracts, leaveTeams, without })
        const asked = { location, ...given({ network }) }
        const told = await headcount.forecastPlatformInvoice({ ...asked, suppose })
        if (flags.json) return context.terminal.out(json(told))
        const isSupposed = Object.keys(suppose).length > 0
        const standing = isSupposed ? await headcount.forecastPlatformInvoice(asked) : null
        context.terminal.out(printForecast(told, standing))
      }),
    )
}
