import { Command } from 'commander'
import { readWhole } from '#cli/arguments'
import { type CliContext, json } from '#cli/context'
import { printCharge } from '#cli/print-charge'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'

interface PriceFlags {
  readonly plan: string
  readonly count: number
  readonly addOn?: readonly string[]
  readonly json?: true
}

export function priceCommand(context: CliContext): Command {
  return new Command('price')
    .description('Price a number of active users under a price plan in a file; needs no database.')
    .requiredOption('--plan <file>', 'price plan as JSON')
    .requiredOption('--count <n>', 'active users', (text) => readWhole('--count', text))
    .option('--add-on <id...>', 'add-ons of the plan that the location has, such as doors=3')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount price --plan plan.json --count 106')
    .action(async (flags: PriceFlags) => {
      // what checks a plan is loaded here alone: a count on the command line starts without it
      const [{ priceOf }, { MOST_ACTIVE_USERS }, { checkAddOns, readPricePlanFile }] = await Promise.all([
        import('#billing/price'),
        import('#billing/price-plan'),
        import('#services/price-plans/check'),
      ])
      const { count } = flags
      if (count < 0 || count > MOST_ACTIVE_USERS) {
        throw new HeadcountError('INVALID_ARGUMENT', `--count must be from 0 to ${MOST_ACTIVE_USERS}.`)
      }
      const addOns = readAddOns(flags.addOn ?? [])
      const plan = await readPricePlanFile(flags.plan)
      checkAddOns(plan, addOns)
      const charge = priceOf(plan, { count, addOns })
      context.terminal.out(flags.json ? json({ plan: plan.name, ...charge }) : printCharge(plan.name, charge))
    })
}

/** `network` is one unit, `doors=3` are three. */
export function readAddOns(texts: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    texts.map((text) => {
      const [id = '', units = '1', ...rest] = text.split('=')
      if (id === '' || rest.length > 0 || !/^\d{1,9}$/.test(units)) {
        throw new HeadcountError('INVALID_ARGUMENT', `--add-on must be like doors=3, not ${quoted(text)}.`)
      }
      return [id, Number(units)]
    }),
  )
}
