/** Figures of a list whatever sources it is narrowed to, so that each filter can say how many it would show. */
import { SOURCES, type Source, sourcesOf } from '#model/source'

export type BySource = Readonly<Record<Source, number>>

/** The figure of each source, from a row with a column for each. */
export function bySourceOf(row: BySource): BySource {
  return Object.fromEntries(SOURCES.map((source) => [source, row[source]])) as BySource
}

export interface ListFigures {
  /** Active users that match all filters but those by source. */
  readonly total: number
  /** Of these, those who count by the source; one with two sources is in two of them. */
  readonly bySource: BySource
  /** Of these, those who count by no other source. */
  readonly onlyBecauseOf: BySource
}

/** @param byMask how many customers have which sources, by the mask of these */
export function figuresOf(byMask: Readonly<Record<string, number>>): ListFigures {
  const groups = Object.entries(byMask).map(([mask, customers]) => ({
    sources: sourcesOf(Number(mask)),
    customers,
  }))
  const sum = (isMeant: (sources: readonly Source[]) => boolean) =>
    groups.reduce((total, { sources, customers }) => total + (isMeant(sources) ? customers : 0), 0)
  const ofEach = (isMeant: (source: Source, sources: readonly Source[]) => boolean) =>
    Object.fromEntries(
      SOURCES.map((source) => [source, sum((sources) => isMeant(source, sources))]),
    ) as Record<Source, number>
  return {
    total: sum(() => true),
    bySource: ofEach((source, sources) => sources.includes(source)),
    onlyBecauseOf: ofEach((source, sources) => sources.length === 1 && sources[0] === source),
  }
}
