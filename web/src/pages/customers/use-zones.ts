/** The time zones of the network’s locations. */
import { useMemo } from 'react'
import { usePlace } from '../../components/use-place'

export function useZones(): (location: number | undefined) => string | undefined {
  const { locations } = usePlace()
  const zones = useMemo(
    () => new Map(locations?.map(({ locationId, timeZone }) => [locationId, timeZone])),
    [locations],
  )
  return (location) => (location === undefined ? undefined : zones.get(location))
}
