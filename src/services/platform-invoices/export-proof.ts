/** Exports a platform invoice as a proof pack, and the key that it is signed by. */
import type { KeyObject } from 'node:crypto'
import sql from 'sql-template-tag'
import type { EntryContent, InvoiceContent, InvoicedList } from '#billing/invoice'
import {
  type Hashed,
  PROOF_PACK_FORMAT,
  publicKeyOf,
  type SignedProofPack,
  signProofPack,
} from '#billing/proof-pack'
import { evidenceRecord, joinEvidenceRecord } from '#counting/evidence-record'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { checkInput } from '#services/check-input'
import type { Context } from '#services/context'
import { findInvoice, INVOICE_KEY, type InvoiceKey } from '#services/platform-invoices/find'
import { ruleSetOf } from '#services/platform-invoices/reconcile-scope'

/** @throws NETWORK_NOT_FOUND, PLATFORM_INVOICE_NOT_FOUND, SECRET_UNUSABLE, FORBIDDEN */
export async function exportProofPack(context: Context, key: InvoiceKey): Promise<SignedProofPack> {
  const asked = checkInput(key, INVOICE_KEY)
  const { database, asker, now } = context
  const pack = await database.transaction(
    async (session) => {
      const { content } = await findInvoice(session, asker, asked, 'billing.read')
      const entries = await entriesOf(session, content)
      const { list, customers, records } = await listOf(session, content)
      const { id, kinds } = ruleSetOf(content.ruleSet)
      return {
        format: PROOF_PACK_FORMAT,
        exportedAt: now().toISOString(),
        invoice: ofKind(entries, 'invoice')[0] as Hashed<InvoiceContent>,
        void: ofKind(entries, 'void')[0] ?? null,
        creditNotes: ofKind(entries, 'credit_note'),
        ruleSet: { id, kinds: kinds.map((kind) => ({ ...kind })) },
        list,
        customers,
        records,
      } as const
    },
    { isolation: 'repeatable read', readOnly: true },
  )
  return signProofPack(pack, await signingKey(context))
}

/** The public key that proof packs of this database are signed by; anybody may know it. */
export async function getPlatformKey(context: Context): Promise<string> {
  return publicKeyOf(await signingKey(context))
}

export async function signingKey({ signingKey: read }: Context): Promise<KeyObject> {
  if (read !== undefined) return read()
  throw new HeadcountError('SECRET_UNUSABLE', 'There is no secret to sign with here.')
}

function ofKind<Kind extends EntryContent['kind']>(entries: readonly Hashed<EntryContent>[], kind: Kind) {
  return entries.filter(({ content }) => content.kind === kind) as Hashed<
    Extract<EntryContent, { kind: Kind }>
  >[]
}

/** The invoice, its void and its credit notes, in the order of the chain. */
function entriesOf(session: Session, { networkId, number }: InvoiceContent): Promise<Hashed<EntryContent>[]> {
  return session.query<Hashed<EntryContent>>(sql`
    select content, hash
    from platform_invoice_entries
    where network_id = ${networkId}::int
      and (
        about_number = ${number}::int
        or (invoice_number = ${number}::int and kind = 'invoice')
      )
    order by entry_number`)
}

interface ListRow {
  customers: number[]
  masks: number[]
  evidence_customers: number[]
  evidence_kinds: number[]
  evidence_refs: number[]
  evidence_ms: (number | null)[]
  people: { externalId: string; name: string }[]
  records: string[]
}

async function listOf(session: Session, { networkId, location, cutOffAt, edition, number }: InvoiceContent) {
  const [row] = await session.query<ListRow>(sql`
    select
      list.*,
      (
        select coalesce(jsonb_agg(jsonb_build_object('externalId', c.external_id, 'name', c.name) order by u.at), '[]')
        from unnest(list.customers) with ordinality u (customer_id, at)
        join customers c on c.network_id = list.network_id and c.customer_id = u.customer_id
      ) as people,
      (
        select coalesce(jsonb_agg(${evidenceRecord('e')} order by e.at), '[]')
        from unnest(list.evidence_kinds, list.evidence_refs) with ordinality e (kind, ref, at)${joinEvidenceRecord('e', 'list.network_id')}
      ) as records
    from platform_invoice_lists list
    where list.network_id = ${networkId}::int
      and list.location_id = ${location.locationId}::int
      and list.cut_off_at = ${cutOffAt}::timestamptz
      and list.edition = ${edition}::int`)
  if (row === undefined) throw new Error(`the list of invoice ${number} is gone`)
  const list: InvoicedList = {
    customers: row.customers,
    masks: row.masks,
    evidenceCustomers: row.evidence_customers,
    evidenceKinds: row.evidence_kinds,
    evidenceRefs: row.evidence_refs,
    evidenceMs: row.evidence_ms,
  }
  return { list, customers: row.people, records: row.records }
}
