/** A forecast, for a terminal: as things stand, or what a change would make of it. */
import { chargeTable } from '#cli/print-charge'
import { figure, inWords, printable, renderTable } from '#cli/tables'
import { fromMinor } from '#model/money'
import type { Forecast } from '#services/platform-invoices/forecast'

/** @param standing the same as things stand, where `told` supposes a change */
export function printForecast(told: Forecast, standing: Forecast | null): string {
  const { charge, range, singleRecords } = told
  const name = printable(told.location.name)
  const lines = [
    standing === null
      ? `${name}: ${figure(told.count)} active users at the cut-off of ${told.cutOffAt}, as things stand.`
      : `${name}: ${figure(told.count)} active users at the cut-off of ${told.cutOffAt} with this change; ${figure(standing.count)} as things stand.`,
    `${figure(told.countNow)} now, of whom ${figure(told.expectedToGo)} will not count then; ${figure(told.expectedToCome)} more by renewals to come.`,
    ...(range === null
      ? []
      : [`By earlier windows it will be ${figure(range.least)} to ${figure(range.most)}.`]),
    ...(charge === null
      ? ['No price plan holds then.']
      : ['', chargeTable(charge.lines, charge.digits), '', total(told, charge, standing?.charge ?? null)]),
    ...(singleRecords.length === 0 ? [] : ['', 'Counted by one record alone', singleTable(told)]),
    '',
    ...told.cautions,
  ]
  return `${lines.join('\n')}\n`
}

type Charge = NonNullable<Forecast['charge']>

function total({ marginMinor }: Forecast, charge: Charge, standing: Charge | null): string {
  const { currency, digits, totalMinor } = charge
  const compared =
    standing === null ? '' : `, ${fromMinor(standing.totalMinor, standing.digits)} as things stand`
  return `Total ${currency} ${fromMinor(totalMinor, digits)}${compared}; the last active user costs ${fromMinor(marginMinor ?? 0, digits)}`
}

function singleTable({ singleRecords }: Forecast): string {
  const titles = ['Customer', 'External id', 'Kind', 'Record'].map((title) => ({ title }))
  const rows = singleRecords.map(({ name, externalId, kind, record }) => [
    name,
    externalId,
    inWords(kind),
    record,
  ])
  return renderTable(titles, rows)
}
