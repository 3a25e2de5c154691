/** Contracts and their paused periods → rows of the loading tables. */
import { toMinor } from '#model/money'
import type { ContractRecord, PauseRecord } from '#model/records'
import { copyInstant, copyInstantOrNull, copyText, copyUntil } from '#services/imports/copy-writer'
import type { Stage } from '#services/imports/stage'

export async function stageContract(stage: Stage, record: ContractRecord): Promise<void> {
  const place = stage.placeOf(record)
  if (place === undefined) return
  const { networkId, importId, refs, currencies, contracts } = stage.ids
  const price = record.price === null ? null : toMinor(record.price, currencies.get(place.locationId) ?? null)
  if (record.price !== null && price === null) {
    stage.skip(record, 'price', record.price, 'price_too_large')
    return
  }
  const ref = refs.refOf(record.kind, record.externalId)
  contracts.add(ref)
  stage.read(record.kind)
  await stage.meet(place)
  await stage.write(
    'contracts',
    `${networkId}\t${place.locationId}\t${ref}\t${place.customerId}\t${copyInstant(record.createdAt)}\t${copyUntil(record.endsAt)}\t${copyInstantOrNull(record.startsAt)}\t${price ?? '\\N'}\t${copyText(record.planName)}\t${copyInstantOrNull(record.updatedAt)}\t${importId}`,
  )
}

export function stagePause(stage: Stage, record: PauseRecord): Promise<void> | undefined {
  const { networkId, importId, refs, contracts } = stage.ids
  const contractRef = refs.refOf('contract', record.contractExternalId)
  if (!contracts.has(contractRef)) {
    return stage.skip(record, 'contract', record.contractExternalId, 'contract_unknown')
  }
  stage.read(record.kind)
  return stage.write(
    'paused_periods',
    `${networkId}\t${contractRef}\t${refs.refOf(record.kind, record.externalId)}\t${copyInstant(record.from)}\t${copyUntil(record.until)}\t${importId}`,
  )
}
