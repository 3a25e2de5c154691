/** Bookings, customer invoices and product sales → rows of the loading tables. */
import { FACT_KINDS, type FactSource } from '#model/kind'
import type { BookingRecord, CustomerInvoiceRecord, ProductSaleRecord } from '#model/records'
import { copyInstant, copyInstantOrNull, copyText, copyUntil } from '#services/imports/copy-writer'
import type { Place, Stage } from '#services/imports/stage'

/** Gives facts their refs, and notices whether a record may have come twice. */
export class FactRefs {
  readonly #highest: Record<FactSource, number> = { booking: 0, customer_invoice: 0, recurring_product: 0 }
  /** Whether the refs of a source did not simply rise: only then can one have come again. */
  mayRepeat = false

  of(stage: Stage, source: FactSource, externalId: string): number {
    const ref = stage.ids.refs.refOf(source, externalId)
    if (ref > this.#highest[source]) this.#highest[source] = ref
    else this.mayRepeat = true
    return ref
  }
}

export function stageBooking(stage: Stage, record: BookingRecord, refs: FactRefs): Promise<void> | undefined {
  const place = stage.placeOf(record)
  if (place === undefined) return undefined
  const ref = refs.of(stage, 'booking', record.externalId)
  stage.read(record.kind)
  return stageFact(stage, place, {
    at: record.madeAt,
    ref,
    kind: FACT_KINDS.booking[record.evidenceKind],
    endedAt: record.cancelledAt,
  })
}

export async function stageCustomerInvoice(
  stage: Stage,
  record: CustomerInvoiceRecord,
  refs: FactRefs,
): Promise<void> {
  const customerId = stage.customerOf(record, record.customerExternalId)
  if (customerId === undefined) return
  const locationIds = record.locationExternalIds.map((externalId) => stage.locationOf(record, externalId))
  const known = [...new Set(locationIds.filter((id) => id !== undefined))]
  if (known.length === 0) return
  const ref = refs.of(stage, 'customer_invoice', record.externalId)
  stage.read(record.kind)
  const kind = FACT_KINDS.customer_invoice[record.evidenceKind]
  for (const locationId of known) {
    await stageFact(stage, { locationId, customerId }, { at: record.issuedAt, ref, kind, endedAt: null })
  }
  if (record.evidenceKind === 'void') {
    await stage.write('voided_invoices', `${ref}\t${copyInstantOrNull(record.updatedAt)}`)
  }
}

export async function stageProductSale(
  stage: Stage,
  record: ProductSaleRecord,
  refs: FactRefs,
): Promise<void> {
  const place = stage.placeOf(record)
  if (place === undefined) return
  const { networkId, importId } = stage.ids
  const ref = refs.of(stage, 'recurring_product', record.externalId)
  const { renewal } = record
  stage.read(record.kind)
  if (renewal === null) {
    await stage.write('one_off_products', `${ref}`)
  } else {
    await stage.write(
      'recurring_products',
      `${networkId}\t${place.locationId}\t${ref}\t${place.customerId}\t${copyText(record.productName)}\t${renewal.cycle}\t${renewal.every}\t${copyInstant(renewal.from)}\t${copyUntil(renewal.until)}\t${importId}`,
    )
  }
  await stageFact(stage, place, {
    at: record.soldAt,
    ref,
    kind: FACT_KINDS.recurring_product[saleKind(record)],
    endedAt: null,
  })
}

interface StagedFact {
  readonly at: number
  readonly ref: number
  readonly kind: number
  readonly endedAt: number | null
}

function stageFact(
  stage: Stage,
  place: Place,
  { at, ref, kind, endedAt }: StagedFact,
): Promise<void> | undefined {
  const { networkId, importId } = stage.ids
  const met = stage.meet(place)
  const line = `${copyInstant(at)}\t${ref}\t${networkId}\t${place.locationId}\t${place.customerId}\t${importId}\t${kind}`
  const written =
    endedAt === null
      ? stage.write('facts', line)
      : stage.write('ended_facts', `${line}\t${copyInstant(endedAt)}`)
  return met === undefined ? written : met.then(() => written)
}

/** A sale whose repeat had ended by the sale itself is no recurring product any more. */
function saleKind({ renewal, soldAt }: ProductSaleRecord): keyof (typeof FACT_KINDS)['recurring_product'] {
  if (renewal === null) return 'one_off'
  return renewal.until !== null && renewal.until <= soldAt ? 'ended' : 'sold'
}
