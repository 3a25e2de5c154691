/** The audit of a bill as one signed file, to be sent to the platform; `headcount verify` checks it. */
import sql from 'sql-template-tag'
import { BILL_PROOF_FORMAT, type BillProof, type BillProofContent, signBillProof } from '#billing/bill-proof'
import { evidenceRecord, joinEvidenceRecord } from '#counting/evidence-record'
import { listedStatement } from '#counting/freeze'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Session } from '#database/database'
import { AUDIT_INPUT, type AuditBillOptions, auditIn, type BillAudit } from '#services/bills/audit'
import type { BillWindow } from '#services/bills/people'
import { checkInput } from '#services/check-input'
import type { Context } from '#services/context'
import { signingKey } from '#services/platform-invoices/export-proof'

/** @throws NETWORK_NOT_FOUND, BILL_NOT_FOUND, BILL_AMBIGUOUS, PRICE_PLAN_INVALID, PLATFORM_LIST_INVALID, SECRET_UNUSABLE, FORBIDDEN */
export async function exportBillProof(context: Context, options: AuditBillOptions): Promise<BillProof> {
  const asked = checkInput(options, AUDIT_INPUT)
  const { database, asker, now } = context
  const content = await database.transaction(
    async (session) => {
      const { audit, window } = await auditIn(session, asker, asked)
      const listed = await listOf(session, window)
      return contentOf(audit, listed, now())
    },
    { isolation: 'repeatable read', readOnly: true },
  )
  return signBillProof(content, await signingKey(context))
}

type Listed = Pick<BillProofContent, 'list' | 'listHash' | 'customers' | 'records'>

function contentOf(audit: BillAudit, listed: Listed, at: Date): BillProofContent {
  const { networkId: _network, location, periodFrom: _from, periodUntil: _until, ...bill } = audit.bill
  const { locationId: _location, ...place } = location
  const { origin, plan, addOns, inferred } = audit.pricePlan
  return {
    format: BILL_PROOF_FORMAT,
    exportedAt: at.toISOString(),
    bill: { ...bill, location: place },
    windowFrom: audit.windowFrom,
    ruleSet: { id: DEFAULT_RULE_SET.id, kinds: DEFAULT_RULE_SET.kinds.map((kind) => ({ ...kind })) },
    counted: audit.counted,
    bySource: audit.bySource,
    difference: audit.difference,
    verdict: audit.verdict,
    differenceMinor: audit.money?.differenceMinor ?? null,
    sentence: audit.sentence,
    uncertainties: audit.uncertainties.map(({ sentence }) => sentence),
    pricePlan: { origin, plan, addOns, pricedFrom: inferred?.pricedFrom ?? 0 },
    comparison: audit.comparison === null ? null : { ...audit.comparison },
    candidates: audit.candidates.map((group) => ({ ...group })),
    ...listed,
  }
}

interface ListRow {
  customers: number[]
  masks: number[]
  evidence_customers: number[]
  evidence_kinds: number[]
  evidence_refs: number[]
  evidence_ms: (number | null)[]
  list_hash: string
  people: { externalId: string; name: string }[]
  records: string[]
}

async function listOf(session: Session, window: BillWindow): Promise<Listed> {
  const network = sql`${window.networkId}::int`
  const [row] = await session.query<ListRow>(sql`
    with list as (${listedStatement(window, DEFAULT_RULE_SET)}
    )
    select
      list.*,
      (
        select coalesce(jsonb_agg(jsonb_build_object('externalId', c.external_id, 'name', c.name) order by u.at), '[]')
        from unnest(list.customers) with ordinality u (customer_id, at)
        join customers c on c.network_id = ${network} and c.customer_id = u.customer_id
      ) as people,
      (
        select coalesce(jsonb_agg(${evidenceRecord('e')} order by e.at), '[]')
        from unnest(list.evidence_kinds, list.evidence_refs) with ordinality e (kind, ref, at)${joinEvidenceRecord('e', String(window.networkId))}
      ) as records
    from list`)
  if (row === undefined) throw new Error('a list has always one row')
  return {
    list: {
      customers: row.customers,
      masks: row.masks,
      evidenceCustomers: row.evidence_customers,
      evidenceKinds: row.evidence_kinds,
      evidenceRefs: row.evidence_refs,
      evidenceMs: row.evidence_ms,
    },
    listHash: row.list_hash,
    customers: row.people,
    records: row.records,
  }
}
