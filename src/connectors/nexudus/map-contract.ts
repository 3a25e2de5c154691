import type { ExportContext } from '#connectors/nexudus/context'
import type { FieldsOf, WireContract, WirePausedPeriod, WireTariff } from '#connectors/nexudus/wire-types'
import { parseId } from '#connectors/read-fields'
import { instantOfWallClock } from '#lib/zoned-time'
import type { ContractRecord, Instant, PauseRecord } from '#model/records'

export function noteTariff(fields: FieldsOf<WireTariff>, context: ExportContext): null {
  const id = fields.id('Id')
  const tariff = { name: fields.text('Name'), price: fields.decimal('Price') }
  if (fields.fault === null) context.tariffs.set(id, tariff)
  return null
}

export function mapContract(fields: FieldsOf<WireContract>, context: ExportContext): ContractRecord | null {
  const locationExternalId = fields.id('IssuedById')
  const tariff = context.tariffs.get(parseId(fields.raw('TariffId')) ?? '')
  const startsAt = fields.looseInstant('StartDate')
  const createdAt = readCreation(fields, startsAt)
  return {
    kind: 'contract',
    externalId: fields.id('Id'),
    locationExternalId,
    customerExternalId: fields.id('CoworkerId'),
    planName: fields.text('TariffName') ?? tariff?.name ?? null,
    price: fields.decimal('Price') ?? fields.decimal('TariffPrice') ?? tariff?.price ?? null,
    createdAt,
    startsAt,
    endsAt: readEnd(fields, createdAt, context.timeZones.get(locationExternalId)),
    updatedAt: fields.looseInstant('UpdatedOn'),
  }
}

function readCreation(fields: FieldsOf<WireContract>, startsAt: Instant | null): Instant {
  if (fields.has('CreatedOn') || startsAt === null) return fields.instant('CreatedOn')
  fields.warn('CreatedOn', 'no_start_of_contract')
  return startsAt
}

/** The local date decides, because a contract ends by the clock on its location's wall. */
function readEnd(
  fields: FieldsOf<WireContract>,
  createdAt: Instant,
  timeZone: string | undefined,
): Instant | null {
  const isZoneUnknown = timeZone === undefined
  if (fields.has('CancellationDateLocal') && !(isZoneUnknown && fields.has('CancellationDate'))) {
    if (isZoneUnknown) {
      fields.warn('CancellationDateLocal', 'location_not_in_file', { file: 'businesses.json' })
    }
    const wallClock = fields.wallClock('CancellationDateLocal')
    return Number.isNaN(wallClock) ? null : instantOfWallClock(wallClock, timeZone ?? 'UTC')
  }
  if (fields.has('CancellationDate')) return fields.instant('CancellationDate')
  if (!fields.boolean('Cancelled', false)) return null
  if (fields.has('UpdatedOn')) return fields.instant('UpdatedOn')
  fields.warn('CancellationDate', 'no_end_of_contract')
  return createdAt
}

export function mapPause(fields: FieldsOf<WirePausedPeriod>): PauseRecord | null {
  const from = fields.instant('PauseFrom')
  const until = fields.optionalInstant('PauseUntil')
  if (until !== null && until <= from)
    fields.reject('PauseUntil', 'pause_ends_too_soon', { from: 'PauseFrom' })
  return {
    kind: 'pause',
    externalId: fields.id('Id'),
    contractExternalId: fields.id('CoworkerContractId'),
    from,
    until,
  }
}
