/** Why a platform invoice differs from the count of an instant, or from another invoice of its location. */
import { type Terms, waterfall } from '#billing/waterfall'
import { windowsStatement } from '#counting/evidence-statements'
import {
  type Difference,
  differencesStatement,
  REASON_PHRASES,
  REASONS,
  type Reason,
  type ReconcileScope,
  readDeciding,
  reasonOf,
} from '#counting/reconcile'
import { DEFAULT_RULE_SET, type RuleSet } from '#counting/rules'
import { listed } from '#counting/words/english'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { LARGEST_INT } from '#lib/largest-int'
import { type Source, sourcesOf } from '#model/source'
import { termsAt } from '#services/billing/terms-at'
import { checkInput, instant, optional, ruleSet, whole } from '#services/check-input'
import type { Context } from '#services/context'
import {
  findInvoice,
  INVOICE_KEY,
  type InvoiceKey,
  type PlatformInvoiceFound,
} from '#services/platform-invoices/find'
import { ruleSetOf, scopeOf } from '#services/platform-invoices/reconcile-scope'

export interface ReconcileOptions extends InvoiceKey {
  /** Default now. */
  readonly asOf?: Date
  /** The number of another invoice of the same location, instead of an instant. */
  readonly against?: number
  readonly ruleSet?: RuleSet
}

export interface ReconciledCustomer {
  readonly customerId: number
  readonly externalId: string
  readonly name: string
  /** `lost`: on the invoice alone. `new`: on the other side alone. */
  readonly side: 'lost' | 'new'
  readonly reason: Reason
  readonly source: Source | null
  /** All his sources, on the side where he stands. */
  readonly sources: readonly Source[]
}

export interface ReconciliationStep {
  readonly side: 'lost' | 'new'
  readonly reason: Reason
  readonly source: Source | null
  /** Active users more, or fewer as a negative number. */
  readonly change: number
  readonly amountMinor: number
}

export interface Reconciliation {
  readonly location: { readonly locationId: number; readonly name: string; readonly timeZone: string }
  readonly currency: string
  readonly digits: number
  readonly invoice: {
    readonly number: number
    readonly cutOffAt: string
    readonly activeUsers: number
    readonly totalMinor: number
    readonly isVoid: boolean
  }
  readonly other: {
    /** Of another invoice; null for a count. */
    readonly number: number | null
    readonly asOf: string
    readonly windowFrom: string
    readonly activeUsers: number
    /** Under the price plan that holds then; 0 where none does. */
    readonly totalMinor: number
  }
  readonly lost: number
  readonly new: number
  /** From the invoice to the other side, by reason and source; they add up, in people and in money. */
  readonly steps: readonly ReconciliationStep[]
  /** What another price plan, version or choice of add-ons changes; 0 where nothing did. */
  readonly pricePlanMinor: number
  /** What supplements about other invoices change, with their tax; 0 where neither side has any. */
  readonly supplementsMinor: number
  /** The answer in one sentence with figures. */
  readonly sentence: string
  /** Each customer who stands on one side alone, by name. */
  readonly differences: readonly ReconciledCustomer[]
}

const INPUT = {
  ...INVOICE_KEY,
  asOf: optional(instant),
  against: optional(whole(1, LARGEST_INT)),
  ruleSet: optional(ruleSet),
}
const SNAPSHOT = { isolation: 'repeatable read', readOnly: true } as const

/** @throws NETWORK_NOT_FOUND, PLATFORM_INVOICE_NOT_FOUND, INVALID_ARGUMENT, INVALID_INSTANT, FORBIDDEN */
export function reconcilePlatformInvoice(
  context: Context,
  options: ReconcileOptions,
): Promise<Reconciliation> {
  const { asOf, against, ruleSet: rules = DEFAULT_RULE_SET, ...key } = checkInput(options, INPUT)
  if (asOf !== undefined && against !== undefined) {
    throw new HeadcountError('INVALID_ARGUMENT', 'Give an instant or another invoice, not both.')
  }
  return context.database.transaction(async (session) => {
    const invoice = await findInvoice(session, context.asker, key, 'billing.read')
    const other =
      against === undefined
        ? await panelSide(session, invoice, asOf ?? context.now(), rules)
        : otherSide(
            invoice,
            await findInvoice(session, context.asker, { ...key, number: against }, 'billing.read'),
          )
    return reconcile(session, invoice, other)
  }, SNAPSHOT)
}

interface OtherSide {
  readonly number: number | null
  readonly scope: ReconcileScope['other']
  /** Null where no price plan holds. */
  readonly terms: Terms | null
  /** Of another invoice, as it was issued; null for a count. */
  readonly issuedMinor: number | null
}

async function panelSide(
  session: Session,
  { content }: PlatformInvoiceFound,
  asOf: Date,
  rules: RuleSet,
): Promise<OtherSide> {
  const { networkId } = content
  const { locationId } = content.location
  const [windows] = await session.query<{ window_from: Date }>(
    windowsStatement({ networkId, locationId }, asOf),
  )
  return {
    number: null,
    scope: { windowFrom: windows?.window_from ?? asOf, asOf, ruleSet: rules },
    terms: await termsAt(session, networkId, locationId, asOf),
    issuedMinor: null,
  }
}

/** @throws INVALID_ARGUMENT for an invoice of another location */
function otherSide({ content }: PlatformInvoiceFound, against: PlatformInvoiceFound): OtherSide {
  const { location, number, windowFrom, cutOffAt, edition, ruleSet: rules } = against.content
  if (location.locationId !== content.location.locationId) {
    throw new HeadcountError('INVALID_ARGUMENT', `Platform invoice ${number} is of another location.`)
  }
  const { pricePlan, addOns, totalMinor: issuedMinor } = against.content
  return {
    number,
    scope: { windowFrom: new Date(windowFrom), asOf: new Date(cutOffAt), ruleSet: ruleSetOf(rules), edition },
    terms: { plan: pricePlan.plan, addOns },
    issuedMinor,
  }
}

interface DifferenceRow {
  customer_id: number
  external_id: string
  name: string
  invoiced_mask: number | null
  other_mask: number | null
  deciding: number
  other_users: number
}

async function reconcile(
  session: Session,
  invoice: PlatformInvoiceFound,
  other: OtherSide,
): Promise<Reconciliation> {
  const { content } = invoice
  const scope = scopeOf(invoice, other.scope)
  const rows = await session.query<DifferenceRow>(differencesStatement(scope))
  const differences = rows.map((row) => customerOf(row, scope))
  const from = { plan: content.pricePlan.plan, addOns: content.addOns, count: content.activeUsers }
  const { fromMinor, steps, termsMinor, toMinor } = waterfall(from, stepsOf(differences), other.terms)
  const otherMinor = other.issuedMinor ?? toMinor
  const lost = differences.filter(({ side }) => side === 'lost').length
  const sides = {
    invoice: {
      number: content.number,
      cutOffAt: content.cutOffAt,
      activeUsers: content.activeUsers,
      totalMinor: content.totalMinor,
      isVoid: invoice.void !== null,
    },
    other: {
      number: other.number,
      asOf: other.scope.asOf.toISOString(),
      windowFrom: other.scope.windowFrom.toISOString(),
      // the same people on both sides are as many
      activeUsers: rows[0]?.other_users ?? content.activeUsers,
      totalMinor: otherMinor,
    },
  }
  const { locationId, name, timeZone } = content.location
  return {
    location: { locationId, name, timeZone },
    currency: content.currency,
    digits: content.digits,
    ...sides,
    lost,
    new: differences.length - lost,
    steps,
    pricePlanMinor: termsMinor,
    supplementsMinor: otherMinor - toMinor - (content.totalMinor - fromMinor),
    sentence: sentenceOf(sides, steps),
    differences,
  }
}

function customerOf(row: DifferenceRow, scope: ReconcileScope): ReconciledCustomer {
  const difference: Difference = {
    invoicedMask: row.invoiced_mask,
    otherMask: row.other_mask,
    ...readDeciding(row.deciding),
  }
  return {
    customerId: row.customer_id,
    externalId: row.external_id,
    name: row.name,
    side: row.invoiced_mask === null ? 'new' : 'lost',
    ...reasonOf(difference, scope),
    sources: sourcesOf(row.invoiced_mask ?? row.other_mask ?? 0),
  }
}

/** Reasons in their order, those who were lost before those who are new, each by its source. */
function stepsOf(differences: readonly ReconciledCustomer[]): Omit<ReconciliationStep, 'amountMinor'>[] {
  const steps = new Map<string, Omit<ReconciliationStep, 'amountMinor'>>()
  for (const { side, reason, source } of differences) {
    const key = `${side} ${reason} ${source}`
    const change = (steps.get(key)?.change ?? 0) + (side === 'lost' ? -1 : 1)
    steps.set(key, { side, reason, source, change })
  }
  return [...steps.values()].sort(
    (a, b) =>
      a.side.localeCompare(b.side) ||
      REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) ||
      String(a.source).localeCompare(String(b.source)),
  )
}

/** `Invoice 17 has 106 active users, the panel has 91: 13 counted only by bookings, …, and 3 are new since then.` */
function sentenceOf(
  { invoice, other }: Pick<Reconciliation, 'invoice' | 'other'>,
  steps: readonly ReconciliationStep[],
): string {
  const against = other.number === null ? `the count as of ${other.asOf}` : `invoice ${other.number}`
  const head = `Platform invoice ${invoice.number} has ${usersText(invoice.activeUsers)}, ${against} has ${other.activeUsers}`
  if (steps.length === 0) return `${head}: they are the same.`
  const phrases = (['lost', 'new'] as const).flatMap((side) =>
    REASONS.flatMap((reason) => {
      const ofReason = steps.filter((step) => step.side === side && step.reason === reason)
      const count = ofReason.reduce((sum, { change }) => sum + Math.abs(change), 0)
      return count === 0 ? [] : [`${count} ${REASON_PHRASES[reason](count)}`]
    }),
  )
  return `${head}: ${listed(phrases)}.`
}

function usersText(count: number): string {
  return `${count} active user${count === 1 ? '' : 's'}`
}
