/** What an export has told before the record that a test is about. */
import { ExportContext } from '#connectors/nexudus/context'
import { noteResource } from '#connectors/nexudus/map-booking'
import { noteTariff } from '#connectors/nexudus/map-contract'
import { mapLocation, noteTimeZone } from '#connectors/nexudus/map-location'
import { mapOne } from './support.ts'

export const HARBOUR = '5b1e0000-0000-4000-8000-000000000501'
export const MILL = '5b1e0000-0000-4000-8000-000000000502'

/** Two locations, a resource in each, one tariff. */
export function network(): ExportContext {
  const context = new ExportContext()
  mapOne(noteTimeZone, { Id: 2023, Name: 'W. Europe Standard Time' }, context)
  mapOne(noteTimeZone, { Id: 2024, Name: 'Nowhere Standard Time' }, context)
  const harbour = { Id: 501, UniqueId: HARBOUR.toUpperCase(), Name: 'Harbour', SimpleTimeZoneId: 2023 }
  const mill = { Id: 502, UniqueId: MILL, Name: 'Mill' }
  mapOne(mapLocation, { ...harbour, CreatedOn: '2021-02-03T09:00:00Z' }, context)
  mapOne(mapLocation, { ...mill, CreatedOn: '2021-02-03T09:00:00Z' }, context)
  mapOne(noteTariff, { Id: 12, Name: 'Hot desk', Price: 190 }, context)
  mapOne(noteResource, { Id: 61, BusinessId: 501 }, context)
  mapOne(noteResource, { Id: 62, BusinessId: 502 }, context)
  return context
}
