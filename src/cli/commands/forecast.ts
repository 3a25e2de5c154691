import { Command } from 'commander'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { chargeTable } from '#cli/print-charge'
import { figure, printable, renderTable } from '#cli/tables'
import { given } from '#lib/given'
import { fromMinor } from '#model/money'
import type { Forecast } from '#services/platform-invoices/forecast'

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
        const told = await headcount.forecastPlatformInvoice({ location, suppose, ...given({ network }) })
        context.terminal.out(flags.json ? json(told) : printForecast(told))
      }),
    )
}

function printForecast(told: Forecast): string {
  const { charge, range, singleRecords, marginMinor } = told
  const lines = [
    `${printable(told.location.name)}: ${figure(told.count)} active users at the cut-off of ${told.cutOffAt}, as things stand.`,
    `${figure(told.countNow)} now, of whom ${figure(told.expectedToGo)} will not count then; ${figure(told.expectedToCome)} more by renewals to come.`,
    ...(range === null
      ? []
      : [`By earlier windows it will be ${figure(range.least)} to ${figure(range.most)}.`]),
    ...(charge === null
      ? ['No price plan holds then.']
      : [
          '',
          chargeTable(charge.lines, charge.digits),
          '',
          `Total ${charge.currency} ${fromMinor(charge.totalMinor, charge.digits)}; the last active user costs ${fromMinor(marginMinor ?? 0, charge.digits)}`,
        ]),
    ...(singleRecords.length === 0 ? [] : ['', 'Counted by one record alone', singleTable(told)]),
    '',
    ...told.cautions,
  ]
  return `${lines.join('\n')}\n`
}

function singleTable({ singleRecords }: Forecast): string {
  const titles = ['Customer', 'External id', 'Kind', 'Record'].map((title) => ({ title }))
  const rows = singleRecords.map(({ name, externalId, kind, record }) => [name, externalId, kind, record])
  return renderTable(titles, rows)
}
