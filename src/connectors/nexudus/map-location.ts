import type { ExportContext } from '#connectors/nexudus/context'
import { type FieldsOf, readGuid, type WireBusiness, type WireTimeZone } from '#connectors/nexudus/wire-types'
import { readCurrency } from '#connectors/read-currency'
import { parseId } from '#connectors/read-fields'
import { ianaZone } from '#lib/windows-zones'
import type { LocationRecord } from '#model/records'

/** Before any record that an export can hold: a location without a creation date begins here. */
const LONG_AGO = Date.UTC(2000, 0, 1)

export function noteTimeZone(fields: FieldsOf<WireTimeZone>, context: ExportContext): null {
  const id = fields.id('Id')
  const name = fields.text('Name')
  if (name === null) fields.reject('Name', 'missing')
  else if (fields.fault === null) context.timeZoneNames.set(id, name)
  return null
}

/** A business is a location, the root of the network included: it may be a space of its own. */
export function mapLocation(fields: FieldsOf<WireBusiness>, context: ExportContext): LocationRecord | null {
  const externalId = fields.id('Id')
  if (fields.fault !== null) return null
  const named = fields.text('Name')
  const name = named ?? `Location ${externalId}`
  if (named === null) fields.warn('Name', 'location_without_name', { name })
  const timeZone = readTimeZone(fields, name, context)
  context.timeZones.set(externalId, timeZone)
  const guid = readGuid(fields, 'UniqueId')
  if (guid !== null) context.locationsByGuid.set(guid, externalId)
  const createdAt = fields.looseInstant('CreatedOn')
  if (createdAt === null) {
    fields.warn('CreatedOn', 'location_since', { name })
  }
  return {
    kind: 'location',
    externalId,
    name,
    timeZone,
    currency: readCurrency(fields, 'CurrencyCode'),
    createdAt: createdAt ?? LONG_AGO,
  }
}

function readTimeZone(fields: FieldsOf<WireBusiness>, name: string, context: ExportContext): string {
  const id = parseId(fields.raw('SimpleTimeZoneId'))
  const zoneName = id === null ? undefined : context.timeZoneNames.get(id)
  const zone = zoneName === undefined ? null : ianaZone(zoneName)
  if (zone !== null) return zone
  if (zoneName === undefined) fields.warn('SimpleTimeZoneId', 'names_no_time_zone', { name })
  else fields.warn('SimpleTimeZoneId', 'names_strange_time_zone', { name, zone: zoneName })
  return 'UTC'
}
