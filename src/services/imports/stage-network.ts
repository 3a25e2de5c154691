/** Locations, customers, teams and platform invoices → rows of the loading tables. */
import type {
  CustomerChangeRecord,
  CustomerRecord,
  LocationRecord,
  PlatformInvoiceRecord,
  TeamRecord,
} from '#model/records'
import { sortNameOf } from '#model/sort-name'
import { copyInstant, copyInstantOrNull, copyText } from '#services/imports/copy-writer'
import type { Stage } from '#services/imports/stage'

export async function stageLocation(stage: Stage, record: LocationRecord): Promise<void> {
  const { networkId, importId, locations, currencies } = stage.ids
  const id = await locations.getOrMake(record.externalId)
  currencies.set(id, record.currency)
  stage.read('location')
  await stage.write(
    'locations',
    `${networkId}\t${id}\t${copyText(record.externalId)}\t${copyText(record.name)}\t${record.timeZone}\t${copyText(record.currency)}\t${copyInstant(record.createdAt)}\t${importId}`,
  )
}

export async function stageCustomer(stage: Stage, record: CustomerRecord): Promise<void> {
  const { networkId, importId, customers } = stage.ids
  const id = await customers.getOrMake(record.externalId)
  stage.read('customer')
  await stage.write(
    'customers',
    `${networkId}\t${id}\t${copyText(record.externalId)}\t${copyText(record.name)}\t${copyText(sortNameOf(record.name))}\t${copyText(record.email)}\t${copyText(record.company)}\t${record.isSuspended}\t${record.isArchived}\t${copyInstantOrNull(record.updatedAt)}\t${importId}`,
  )
}

export function stageCustomerChange(stage: Stage, record: CustomerChangeRecord): Promise<void> | undefined {
  const customerId = stage.customerOf(record, record.customerExternalId)
  if (customerId === undefined) return undefined
  const { networkId, importId, refs } = stage.ids
  const ref = refs.refOf(record.kind, record.externalId)
  stage.read(record.kind)
  return stage.write(
    'customer_changes',
    `${networkId}\t${customerId}\t${record.property}\t${copyInstant(record.at)}\t${ref}\t${record.before}\t${record.after}\t${importId}`,
  )
}

export async function stageTeam(stage: Stage, record: TeamRecord): Promise<void> {
  const payer =
    record.payingCustomerExternalId === null ? null : stage.ids.customers.get(record.payingCustomerExternalId)
  if (payer === undefined) {
    stage.skip(record, 'payingCustomer', record.payingCustomerExternalId ?? '', 'paying_customer_unknown')
    return
  }
  const teamId = await stage.ids.teams.getOrMake(record.externalId)
  const reading = stage.read(record.kind)
  await stage.write(
    'teams',
    `${reading}\t${teamId}\t${copyText(record.externalId)}\t${copyText(record.name)}\t${copyInstantOrNull(record.updatedAt)}\t${record.hasMergedBilling}\t${payer ?? '\\N'}`,
  )
  for (const member of new Set(record.memberExternalIds)) {
    const customerId = stage.ids.customers.get(member)
    if (customerId !== undefined) await stage.write('team_members', `${reading}\t${customerId}`)
    else {
      stage.warn(record, 'member', member, 'member_unknown')
    }
  }
}

export async function stagePlatformInvoice(stage: Stage, record: PlatformInvoiceRecord): Promise<void> {
  const locationId = stage.locationOf(record, record.locationExternalId)
  if (locationId === undefined) return
  const { networkId, importId } = stage.ids
  stage.read(record.kind)
  await stage.write(
    'platform_invoices',
    `${networkId}\t${locationId}\t${copyInstant(record.cutOffAt)}\t${copyText(record.externalId)}\t${copyText(record.number)}\t${importId}`,
  )
  const { bill } = record
  if (bill === undefined) return
  const amounts = [bill.subscription, bill.reseller, bill.discount, bill.tax, bill.total]
  await stage.write(
    'bills',
    [
      ...[networkId, locationId, copyText(record.externalId), copyInstant(record.cutOffAt)],
      ...[copyText(record.number), copyInstantOrNull(bill.periodFrom), copyInstantOrNull(bill.periodUntil)],
      ...[copyText(bill.description), bill.billedCount ?? '\\N', copyText(bill.currency)],
      ...amounts.map(copyText),
      importId,
    ].join('\t'),
  )
}
