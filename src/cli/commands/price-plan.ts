import { Command } from 'commander'
import { readChoice, readInstant } from '#cli/arguments'
import { readAddOns } from '#cli/commands/price'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { printLocationBilling } from '#cli/print-location-billing'
import { figure, renderTable } from '#cli/tables'
import { given } from '#lib/given'
import { ANCHOR_STEPS, type AnchorStep } from '#model/billing-anchor'
import { fromMinor } from '#model/money'
import type { AssignedToMany } from '#services/price-plans/assign-to-many'
import type { ComingCharge } from '#services/price-plans/coming-charges'

export function pricePlanCommand(context: CliContext): Command {
  const parent = new Command('price-plan')
    .description('Price plans: what locations pay, and when they are invoiced.')
    .addHelpText('after', '\nExample:\n  headcount price-plan import plan.json')
  const commands = [
    importCommand,
    exportCommand,
    listCommand,
    showCommand,
    assignCommand,
    anchorCommand,
    locationCommand,
  ]
  for (const make of commands) parent.addCommand(make(context))
  return parent
}

function importCommand(context: CliContext): Command {
  return new Command('import')
    .description('Make a price plan from a file, or add a version to the plan of its name.')
    .argument('<file>', 'price plan as JSON')
    .option(
      '--valid-from <instant>',
      'from when the version holds; default now, the first since ever',
      readInstant,
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount price-plan import plan.json --valid-from 2027-01-01')
    .action((file: string, flags: { validFrom?: Date; json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const saved = await headcount.importPricePlanFile(file, given({ validFrom: flags.validFrom }))
        const { name, version, hasChanges } = saved
        const what = hasChanges ? 'Saved' : 'Nothing to change in'
        context.terminal.out(flags.json ? json(saved) : `${what} ${name}, version ${version}.\n`)
      }),
    )
}

function exportCommand(context: CliContext): Command {
  return new Command('export')
    .description('Print what a price plan says now as JSON, as import reads it.')
    .argument('<plan>', 'id or exact name')
    .addHelpText('after', '\nExample:\n  headcount price-plan export "Location, EUR" > plan.json')
    .action((plan: string) =>
      withHeadcount(context, async (headcount) => {
        const { current, versions } = await headcount.getPricePlan(plan)
        context.terminal.out(json((current ?? versions[0])?.plan))
      }),
    )
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('List the price plans.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount price-plan list')
    .action((flags: { json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const pricePlans = await headcount.listPricePlans()
        if (flags.json) return context.terminal.out(json({ pricePlans }))
        if (pricePlans.length === 0) {
          return context.terminal.out('There are no price plans yet: headcount price-plan import FILE\n')
        }
        const rows = pricePlans.map(({ pricePlanId, name, current }) => [
          String(pricePlanId),
          name,
          current === null ? 'to come' : String(current.version),
          current?.plan.currency ?? '',
        ])
        const titles = ['Id', 'Name', 'Version', 'Currency'].map((title) => ({ title }))
        context.terminal.out(`${renderTable(titles, rows)}\n`)
      }),
    )
}

function showCommand(context: CliContext): Command {
  return new Command('show')
    .description('Print a price plan with all its versions.')
    .argument('<plan>', 'id or exact name')
    .addHelpText('after', '\nExample:\n  headcount price-plan show "Location, EUR"')
    .action((plan: string) =>
      withHeadcount(context, async (headcount) => {
        context.terminal.out(json(await headcount.getPricePlan(plan)))
      }),
    )
}

interface AssignFlags {
  readonly location: readonly string[]
  readonly dryRun?: true
  readonly network?: string
  readonly addOn?: readonly string[]
  readonly from?: Date
  readonly json?: true
}

function assignCommand(context: CliContext): Command {
  return new Command('assign')
    .description('Give locations a price plan, or none: all of them or, where one may not have it, none.')
    .argument('<plan>', 'id or exact name, or none')
    .requiredOption('--location <l...>', 'ids, external ids or exact names')
    .option('--network <n>', 'the network of the locations, where a name is in several')
    .option('--dry-run', 'say what would change of the coming charges, and change nothing')
    .option('--add-on <id...>', 'add-ons of the plan that the location has, such as doors=3')
    .option('--from <instant>', 'from this instant; default now', readInstant)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  headcount price-plan assign "Location, EUR" --location "Harbour Loft" --add-on network',
    )
    .action((plan: string, { addOn = [], json: asJson, ...flags }: AssignFlags) =>
      withHeadcount(context, async (headcount) => {
        const { location: locations, ...more } = flags
        const pricePlan = plan === 'none' ? null : plan
        const assigned = await headcount.assignPricePlanToMany({
          ...more,
          locations,
          pricePlan,
          addOns: readAddOns(addOn),
        })
        context.terminal.out(asJson ? json(assigned) : printAssigned(plan, assigned))
      }),
    )
}

function printAssigned(plan: string, { dryRun, from, locations }: AssignedToMany): string {
  const amount = (charge: ComingCharge | null) =>
    charge === null ? '–' : `${charge.currency} ${fromMinor(charge.totalMinor, charge.digits)}`
  const rows = locations.map(({ name, cutOffAt, activeUsers, before, after }) => [
    name,
    cutOffAt ?? 'no billing anchor',
    activeUsers === null ? '' : figure(activeUsers),
    amount(before),
    amount(after),
  ])
  const columns = [
    { title: 'Location' },
    { title: 'Next cut-off' },
    { title: 'Active users', align: 'right' as const },
    { title: 'Coming charge before', align: 'right' as const },
    { title: 'After', align: 'right' as const },
  ]
  const what = dryRun ? 'Would have' : 'Have'
  return `${renderTable(columns, rows)}\n\n${what} ${plan} from ${from}.\n`
}

interface AnchorFlags {
  readonly location: string
  readonly network?: string
  readonly startsOn: string
  readonly localTime?: string
  readonly every?: AnchorStep
  readonly json?: true
}

const STEPS = Object.keys(ANCHOR_STEPS) as AnchorStep[]

function anchorCommand(context: CliContext): Command {
  return new Command('anchor')
    .description('Set when a location is invoiced: the day of its first cut-off, the time, and how often.')
    .requiredOption('--location <l>', 'id, external id or exact name')
    .option('--network <n>', 'the network of the location, where the name is in several')
    .requiredOption(
      '--starts-on <day>',
      'day of the first cut-off, such as 2026-01-31; in shorter months the last',
    )
    .option('--local-time <time>', 'on the clock of the location; default 00:00')
    .option('--every <step>', `${STEPS.join(', ')}; default month`, (text) =>
      readChoice('--every', text, STEPS),
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  headcount price-plan anchor --location "Harbour Loft" --starts-on 2026-12-01 --local-time 03:00',
    )
    .action(({ json: asJson, ...flags }: AnchorFlags) =>
      withHeadcount(context, async (headcount) => {
        const set = await headcount.setBillingAnchor(flags)
        const { startsOn, localTime, every } = set
        context.terminal.out(
          asJson
            ? json(set)
            : `${flags.location} is invoiced each ${every} from ${startsOn}, ${localTime} local time.\n`,
        )
      }),
    )
}

function locationCommand(context: CliContext): Command {
  return new Command('location')
    .description('Print how a location is billed: price plans by date, anchor, next cut-off.')
    .argument('<location>', 'id, external id or exact name')
    .option('--network <n>', 'the network of the location, where the name is in several')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount price-plan location "Harbour Loft"')
    .action((location: string, { json: asJson, network }: { json?: true; network?: string }) =>
      withHeadcount(context, async (headcount) => {
        const billing = await headcount.getLocationBilling({ location, ...given({ network }) })
        if (asJson) return context.terminal.out(json(billing))
        const pricePlans = await headcount.listPricePlans()
        const names = new Map(pricePlans.map(({ pricePlanId, name }) => [pricePlanId, name]))
        context.terminal.out(printLocationBilling(billing, names))
      }),
    )
}
