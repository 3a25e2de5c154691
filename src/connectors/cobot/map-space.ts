import type { CobotContext } from '#connectors/cobot/context'
import type { FieldOf } from '#connectors/cobot/layout'
import { readCurrency } from '#connectors/read-currency'
import type { RecordFields } from '#connectors/read-fields'
import { ianaZone } from '#lib/windows-zones'
import type { LocationRecord } from '#model/records'

const SUBDOMAIN = /^[a-z0-9][a-z0-9-]{0,62}$/

export function mapSpace(fields: RecordFields<FieldOf<'spaces'>>, context: CobotContext): LocationRecord {
  const subdomain = fields.key('subdomain')
  const externalId = fields.has('id') ? fields.key('id') : subdomain
  // it names files, and may lead nowhere else
  if (!SUBDOMAIN.test(subdomain)) fields.reject('subdomain', 'not_a_subdomain')
  const timeZone = ianaZone(fields.text('time_zone_name') ?? '')
  if (timeZone === null) fields.warn('time_zone_name', 'no_time_zone')
  const record: LocationRecord = {
    kind: 'location',
    externalId,
    name: fields.text('name') ?? subdomain,
    timeZone: timeZone ?? 'UTC',
    currency: fields.has('currency') ? readCurrency(fields, 'currency') : null,
    createdAt: fields.instant('created_at'),
  }
  if (fields.fault === null) {
    context.spaces.push({ externalId, subdomain, timeZone: record.timeZone, createdAt: record.createdAt })
  }
  return record
}
