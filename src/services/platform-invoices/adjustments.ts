/** Records of a closed window that came or changed after its cut-off, and what was agreed about them. */
import sql from 'sql-template-tag'
import type { InvoiceContent } from '#billing/invoice'
import { priceOf } from '#billing/price'
import { adjustmentsStatement } from '#counting/reconcile'
import type { Session } from '#database/database'
import { type Source, sourcesOf } from '#model/source'
import type { AdjustmentChange, AdjustmentState } from '#model/supplement'
import { checkInput } from '#services/check-input'
import type { Context } from '#services/context'
import {
  findInvoice,
  INVOICE_KEY,
  type InvoiceKey,
  type PlatformInvoiceFound,
} from '#services/platform-invoices/find'
import { ruleSetOf, scopeOf } from '#services/platform-invoices/reconcile-scope'
import {
  isAgreed,
  type Supplement,
  type SupplementBasis,
  type SupplementPerson,
  supplementsWhere,
} from '#services/supplements/rows'

export interface Adjustment {
  readonly customerId: number
  readonly externalId: string
  readonly name: string
  /** Whether today’s records would have added him to the invoice, or taken him off. */
  readonly change: AdjustmentChange
  /** Whether a supplement is about him; `taken_back` where one is and today’s records say otherwise again. */
  readonly state: AdjustmentState
  /** By today’s records, or as he was counted. */
  readonly sources: readonly Source[]
}

export interface Adjustments {
  readonly number: number
  readonly cutOffAt: string
  readonly activeUsers: number
  /** What the invoice would count by today’s records. */
  readonly recounted: number
  readonly currency: string
  readonly digits: number
  /** What it would ask more, or less as a negative amount, under its own price plan. */
  readonly differenceMinor: number
  /** The same before tax. */
  readonly differenceNetMinor: number
  /** How much of it supplements are about, those that wait among them; before tax. */
  readonly agreedNetMinor: number
  /** What is left of the difference: a supplement that is agreed now is about it. */
  readonly openNetMinor: number
  /** What that supplement comes to: of a deduction, what credit notes have not taken off already. */
  readonly supplementNetMinor: number
  readonly items: readonly Adjustment[]
  /** What was agreed about this invoice, withdrawn ones too. */
  readonly supplements: readonly Supplement[]
}

/**
 * Who would have been added to an invoice, or taken off, by today's records. The invoice stays as it is.
 * @throws NETWORK_NOT_FOUND, PLATFORM_INVOICE_NOT_FOUND, FORBIDDEN
 */
export function listAdjustments(context: Context, key: InvoiceKey): Promise<Adjustments> {
  const asked = checkInput(key, INVOICE_KEY)
  return context.database.transaction(
    async (session) => {
      const invoice = await findInvoice(session, context.asker, asked, 'billing.read')
      return (await findAdjustments(session, invoice)).told
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

export interface AdjustmentsFound {
  readonly content: InvoiceContent
  readonly told: Adjustments
  /** Whom a supplement that is agreed now is about. */
  readonly people: readonly SupplementPerson[]
  readonly basis: SupplementBasis
}

export async function findAdjustments(
  session: Session,
  invoice: PlatformInvoiceFound,
): Promise<AdjustmentsFound> {
  const { content } = invoice
  const { networkId, number, activeUsers, currency, digits } = content
  const itself = {
    windowFrom: new Date(content.windowFrom),
    asOf: new Date(content.cutOffAt),
    ruleSet: ruleSetOf(content.ruleSet),
  }
  const rows = await session.query<AdjustmentRow>(adjustmentsStatement(scopeOf(invoice, itself)))
  const supplements = await supplementsWhere(session, networkId, sql`s.about_number = ${number}::int`)
  const agreed = agreedPeople(supplements)
  const items = [
    ...rows.map((row) => adjustmentOf(row, agreed)),
    ...takenBack(supplements, agreed, new Set(rows.map((row) => row.customer_id))),
  ]
  const recounted = activeUsers + items.reduce((sum, item) => sum + weightOf(item), 0)
  const amounts = amountsOf(invoice, recounted, supplements)
  const told = {
    ...{ number, cutOffAt: content.cutOffAt, activeUsers, recounted, currency, digits },
    differenceMinor: amounts.differenceMinor,
    differenceNetMinor: amounts.basis.differenceNetMinor,
    agreedNetMinor: amounts.basis.agreedNetMinor,
    openNetMinor: amounts.openNetMinor,
    supplementNetMinor: amounts.supplementNetMinor,
    items,
    supplements,
  }
  return { content, told, people: peopleToAgree(items), basis: amounts.basis }
}

interface AdjustmentRow {
  customer_id: number
  external_id: string
  name: string
  invoiced_mask: number | null
  recounted_mask: number | null
}

function adjustmentOf(row: AdjustmentRow, agreed: ReadonlyMap<number, AdjustmentChange>): Adjustment {
  return {
    customerId: row.customer_id,
    externalId: row.external_id,
    name: row.name,
    change: row.invoiced_mask === null ? 'added' : 'removed',
    state: agreed.has(row.customer_id) ? 'agreed' : 'open',
    sources: sourcesOf(row.invoiced_mask ?? row.recounted_mask ?? 0),
  }
}

/**
 * Who stands otherwise than on the invoice by what was agreed. One supplement adds somebody and a later one
 * may take him back: then nothing is agreed about him.
 */
function agreedPeople(supplements: readonly Supplement[]): ReadonlyMap<number, AdjustmentChange> {
  const agreed = new Map<number, AdjustmentChange>()
  for (const { customerId, change } of supplements.filter(isAgreed).flatMap(({ people }) => people)) {
    const before = agreed.get(customerId)
    if (before === undefined) agreed.set(customerId, change)
    else if (before !== change) agreed.delete(customerId)
  }
  return agreed
}

/** Those about whom something was agreed, and who by today’s records stand as on the invoice again. */
function takenBack(
  supplements: readonly Supplement[],
  agreed: ReadonlyMap<number, AdjustmentChange>,
  differing: ReadonlySet<number>,
): Adjustment[] {
  const known = new Map(supplements.flatMap(({ people }) => people.map((one) => [one.customerId, one])))
  return [...agreed].flatMap(([customerId, change]) => {
    const person = known.get(customerId)
    if (person === undefined || differing.has(customerId)) return []
    const { externalId, name } = person
    return [{ customerId, externalId, name, change, state: 'taken_back' as const, sources: [] }]
  })
}

/** What a customer does to today’s count. */
function weightOf({ change, state }: Adjustment): number {
  if (state === 'taken_back') return 0
  return change === 'added' ? 1 : -1
}

const OPPOSITE = { added: 'removed', removed: 'added' } as const

function peopleToAgree(items: readonly Adjustment[]): SupplementPerson[] {
  return items
    .filter(({ state }) => state !== 'agreed')
    .map(({ customerId, change, state }) => ({
      customerId,
      change: state === 'taken_back' ? OPPOSITE[change] : change,
    }))
}

function amountsOf(
  { content, creditNotes }: PlatformInvoiceFound,
  recounted: number,
  supplements: readonly Supplement[],
) {
  const { activeUsers, addOns, digits, pricePlan } = content
  const priced = (count: number) => priceOf(pricePlan.plan, { count, addOns, digits })
  const [before, after] = [priced(activeUsers), priced(recounted)]
  const differenceNetMinor = after.netMinor - before.netMinor
  const agreedNetMinor = supplements.filter(isAgreed).reduce((sum, one) => sum + one.netMinor, 0)
  const creditedNetMinor = creditNotes.reduce((sum, note) => sum + note.netMinor, 0)
  const openNetMinor = differenceNetMinor - agreedNetMinor
  return {
    differenceMinor: after.totalMinor - before.totalMinor,
    openNetMinor,
    supplementNetMinor: withoutCredited(openNetMinor, creditedNetMinor),
    basis: { activeUsers, recounted, differenceNetMinor, agreedNetMinor, creditedNetMinor },
  }
}

/** What a credit note has taken off is not deducted again; it makes nothing dearer. */
function withoutCredited(openNetMinor: number, creditedNetMinor: number): number {
  return openNetMinor >= 0 ? openNetMinor : Math.min(0, openNetMinor - creditedNetMinor)
}
