/** Bills and their audits on the command line. */
import { figure, inWords, printable, renderTable } from '#cli/tables'
import { fromMinor } from '#model/money'
import type { BillAudit } from '#services/bills/audit'
import type { InferredFromBills } from '#services/bills/infer-plan'
import type { BillPage } from '#services/bills/list'

export function printBills({ items, total }: BillPage): string {
  if (total === 0) {
    return 'No bill of the platform is known: sync an account, or import platform-invoices.csv with amounts.\n'
  }
  const right = 'right' as const
  const columns = [
    { title: 'Bill' },
    { title: 'Location' },
    { title: 'Made' },
    { title: 'Billed', align: right },
    { title: 'Counted', align: right },
    { title: 'People', align: right },
    { title: 'Money', align: right },
    { title: 'Verdict' },
  ]
  const rows = items.map(({ bill, billed, counted, difference, money, verdict }) => [
    bill.number ?? bill.externalId,
    bill.location.name,
    bill.cutOffAt,
    billed.count === null ? '' : figure(billed.count),
    figure(counted),
    difference === null ? '' : signed(figure(difference)),
    money === null ? '' : signed(fromMinor(money.differenceMinor, bill.digits)),
    inWords(verdict),
  ])
  return `${renderTable(columns, rows)}\n`
}

export function printAudit(audit: BillAudit): string {
  const { comparison, uncertainties } = audit
  const parts = [
    printable(audit.sentence),
    `Window from ${audit.windowFrom} to ${audit.bill.cutOffAt}, rule set ${audit.ruleSet}`,
    ...moneyLines(audit),
    ...(comparison === null ? candidateLines(audit) : comparisonLines(comparison)),
  ]
  if (uncertainties.length > 0) {
    parts.push(
      '',
      'Uncertain:',
      ...uncertainties.map(({ sentence, people }) =>
        printable(`  ${sentence}${people === null ? '' : ` (${figure(people)} people)`}`),
      ),
    )
  }
  return `${parts.join('\n')}\n`
}

function moneyLines({ money, bill, pricePlan }: BillAudit): string[] {
  const origin = `Price plan: ${pricePlan.origin}${pricePlan.plan === null ? '' : ` (${printable(pricePlan.plan.name)})`}`
  if (money === null) return [origin]
  const amount = (minor: number) => fromMinor(minor, bill.digits)
  const rows = [
    ['Count by the price plan', amount(money.countedMinor)],
    ...(money.peopleMinor === null ? [] : [['  people', signed(amount(money.peopleMinor))]]),
    ...(money.priceMinor === null || money.priceMinor === 0
      ? []
      : [['  price', signed(amount(money.priceMinor))]]),
    ['Bill before discount and tax', amount(money.billedMinor)],
    ...((money.besideMinor ?? 0) === 0 ? [] : [['Beside it, not compared', amount(money.besideMinor ?? 0)]]),
  ]
  const after =
    money.withDiscountAndTaxMinor === null
      ? []
      : [`With the discount and tax of the bill about ${signed(amount(money.withDiscountAndTaxMinor))}.`]
  const columns = [{ title: bill.location.name }, { title: bill.currency ?? '', align: 'right' as const }]
  return [origin, '', renderTable(columns, rows), ...after]
}

function candidateLines({ candidates, difference }: BillAudit): string[] {
  if (difference === 0) return []
  if (candidates.length === 0) return ['', 'Nobody near the cut-off could explain it.']
  const groups = candidates.flatMap(({ reason, count, isExact, people }) => [
    `${isExact ? '>' : ' '} ${figure(count)} ${inWords(reason)}${isExact ? ', as many as the difference' : ''}`,
    ...people.map(({ name, externalId, sentence }) =>
      printable(`      ${name} (${externalId}): ${sentence}`),
    ),
  ])
  return ['', 'Who it may be; give the platform’s list with --list to know:', ...groups]
}

function comparisonLines({
  rows,
  both,
  listedAlone,
  countedAlone,
  repeated,
}: NonNullable<BillAudit['comparison']>): string[] {
  const head = `${figure(rows)} rows of the list, ${figure(both)} on both sides: ${figure(listedAlone.length)} billed who do not count, ${figure(countedAlone.length)} counted who are not on it.`
  const people = [...listedAlone, ...countedAlone]
  const table = renderTable(
    ['Customer', 'External id', 'Stands on', 'Why', ''].map((title) => ({ title })),
    people.map(({ name, externalId, line, reason, sentence }) => [
      name,
      externalId ?? '',
      line === null ? 'count alone' : `list alone, line ${line}`,
      inWords(reason),
      sentence,
    ]),
  )
  const again = repeated.map(({ line, name }) => printable(`Line ${line} names ${name} a second time.`))
  return ['', head, ...(people.length === 0 ? [] : ['', table]), ...again]
}

export function printInferred({
  sentences,
  unitPriceMinor,
  includedActiveUsers,
  plan,
  digits,
  currency,
}: InferredFromBills): string {
  const amount = (minor: number) => `${currency} ${fromMinor(Math.ceil(minor), digits)}`
  const unit =
    unitPriceMinor === null
      ? []
      : unitPriceMinor.least === unitPriceMinor.most
        ? [`Each active user: ${amount(unitPriceMinor.least)}`]
        : plan !== null && unitPriceMinor.most !== null
          ? [
              `Each active user: from ${amount(unitPriceMinor.least)} to ${amount(unitPriceMinor.most)}, by tier`,
            ]
          : [`Each active user beyond the base fee: at least ${amount(unitPriceMinor.least)}`]
  const included = includedActiveUsers
  const covered =
    included === null
      ? []
      : [
          included.least === included.most
            ? `Covered by the base fee: ${included.least} active users`
            : `Covered by the base fee: from ${included.least}${included.most === null ? ' on' : ` to ${included.most}`}, not known more exactly`,
        ]
  const given = plan === null ? [] : [`Price plan that makes these bills: ${JSON.stringify(plan)}`]
  return `${[...sentences, ...unit, ...covered, ...given].join('\n')}\n`
}

function signed(text: string): string {
  const isNothing = Number(text) === 0
  return text.startsWith('-') || isNothing ? text : `+${text}`
}
