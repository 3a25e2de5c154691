/** Bookings, customer invoices and product sales → rows of the loading tables. */
import { FACT_KINDS } from '#model/kind'
import type { BookingRecord, CustomerInvoiceRecord, ProductSaleRecord } from '#model/records'
import { copyInstant, copyInstantOrNull, copyText, copyUntil } from '#services/imports/copy-writer'
import type { FactRefs, Reading } from '#services/imports/fact-refs'
import type { Place, Stage } from '#services/imports/stage'

export function stageBooking(stage: Stage, record: BookingRecord, refs: FactRefs): Promise<void> | undefined {
  const place = stage.placeOf(record)
  if (place === undefined) return undefined
  stage.read(record.kind)
  return stageFact(stage, place, {
    ...refs.readBooking(record.externalId, record.cancelledAt !== null),
    at: record.madeAt,
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
  const reading = refs.read('customer_invoice', record.externalId)
  stage.read(record.kind)
  const kind = FACT_KINDS.customer_invoice[record.evidenceKind]
  for (const locationId of known) {
    const fact = { ...reading, at: record.issuedAt, kind, endedAt: record.removedAt ?? null }
    await stageFact(stage, { locationId, customerId }, fact)
  }
  if (record.evidenceKind === 'void') {
    await stage.write('voided_invoices', `${reading.ref}\t${copyInstantOrNull(record.updatedAt)}`)
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
  const reading = refs.read('recurring_product', record.externalId)
  const { renewal } = record
  stage.read(record.kind)
  if (renewal === null) {
    await stage.write('one_off_products', `${reading.ref}`)
  } else {
    await stage.write(
      'recurring_products',
      `${networkId}\t${place.locationId}\t${reading.ref}\t${place.customerId}\t${copyText(record.productName)}\t${renewal.cycle}\t${renewal.every}\t${copyInstant(renewal.from)}\t${copyUntil(renewal.until)}\t${importId}\t${copyUntil(record.removedAt ?? null)}`,
    )
  }
  await stageFact(stage, place, {
    ...reading,
    at: record.soldAt,
    kind: FACT_KINDS.recurring_product[saleKind(record)],
    endedAt: record.removedAt ?? null,
  })
}

interface StagedFact extends Reading {
  readonly at: number
  readonly kind: number
  readonly endedAt: number | null
}

function stageFact(stage: Stage, place: Place, fact: StagedFact): Promise<void> | undefined {
  const { networkId, importId } = stage.ids
  const met = stage.meet(place)
  const line = `${copyInstant(fact.at)}\t${fact.ref}\t${networkId}\t${place.locationId}\t${place.customerId}\t${importId}\t${fact.kind}`
  const written = writeFact(stage, line, fact)
  return met === undefined ? written : met.then(() => written)
}

/** What may have been read before is kept apart, so that all others need not be compared. */
function writeFact(stage: Stage, line: string, { repeat, endedAt }: StagedFact): Promise<void> | undefined {
  if (repeat !== null) {
    return stage.write('repeated_facts', `${repeat}\t${line}\t${copyInstantOrNull(endedAt)}`)
  }
  if (endedAt === null) return stage.write('facts', line)
  return stage.write('ended_facts', `${line}\t${copyInstant(endedAt)}`)
}

/** A sale whose repeat had ended by the sale itself is no recurring product any more. */
function saleKind({ renewal, soldAt }: ProductSaleRecord): keyof (typeof FACT_KINDS)['recurring_product'] {
  if (renewal === null) return 'one_off'
  return renewal.until !== null && renewal.until <= soldAt ? 'ended' : 'sold'
}
