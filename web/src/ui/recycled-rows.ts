/** Which elements draw which rows: one that comes into sight takes over the elements of one that has gone out of it. */

export interface Place {
  /** Of the elements. */
  readonly key: number
  readonly index: number
  /** Whether they draw no other row, since they are measured for this one. */
  readonly isOwn: boolean
}

/**
 * The places of the wanted rows, in the order of their elements. None of these moves, since to move one costs as much
 * as to make it: while rows are recycled their order is not that of the list.
 */
export function recycle(
  places: readonly Place[],
  wanted: readonly number[],
  isOwn: (index: number) => boolean,
): readonly Place[] {
  const coming = new Set(wanted)
  const isKept = (place: Place) => coming.has(place.index) && place.isOwn === isOwn(place.index)
  const kept = new Set(places.filter(isKept))
  for (const { index } of kept) coming.delete(index)
  const toRecycle = [...coming].filter((index) => !isOwn(index)).reverse()
  const still = places.flatMap((place) => {
    if (kept.has(place)) return [place]
    const index = place.isOwn ? undefined : toRecycle.pop()
    if (index === undefined) return []
    coming.delete(index)
    return [{ ...place, index }]
  })
  const fresh = places.reduce((most, { key }) => Math.max(most, key), -1) + 1
  return [...still, ...[...coming].map((index, at) => ({ key: fresh + at, index, isOwn: isOwn(index) }))]
}

/** As the keyboard and a screen reader go through them. */
export function inOrder(places: readonly Place[]): readonly Place[] {
  const isSorted = places.every(({ index }, at) => index > (places[at - 1]?.index ?? -1))
  return isSorted ? places : [...places].sort((one, other) => one.index - other.index)
}

/** As many rows as there are places, from `before` ahead of the first that is seen; and one that stays wherever it is. */
export function rowsAround(
  { startIndex, count }: { readonly startIndex: number; readonly count: number },
  {
    places,
    before,
    staying,
  }: { readonly places: number; readonly before: number; readonly staying: number | undefined },
): number[] {
  const length = Math.min(places, count)
  const first = Math.max(0, Math.min(startIndex - before, count - length))
  const rows = Array.from({ length }, (_, at) => first + at)
  if (staying === undefined || staying >= count) return rows
  if (staying < first) rows.unshift(staying)
  if (staying >= first + length) rows.push(staying)
  return rows
}
