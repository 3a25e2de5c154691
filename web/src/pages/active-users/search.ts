/** What the address of the page holds. */
import type { Narrowed, Order, Sort, View } from '../../api/active-users'
import { SOURCES, type Source } from '../../components/source-label'

export type ActiveUsersSearch = Narrowed & {
  /** An instant; without one, now. */
  as_of?: string | undefined
  /** Sources with commas between them. */
  source?: string | undefined
  search?: string | undefined
  sort?: Sort | undefined
  /** From the first to the last unless it says otherwise. */
  order?: Order | undefined
  /** Whose evidence is open. */
  customer?: number | undefined
}

export const KINDS = ['member', 'contact'] as const
const SORTS: readonly Sort[] = ['name', 'source', 'since']

export function readSearch(given: Record<string, unknown>): ActiveUsersSearch {
  const { as_of: asOf, source, search, sort, order, customer } = given
  const sources = typeof source === 'string' ? sourcesOf(source) : []
  const text = search === undefined ? '' : String(search)
  const known = SORTS.find((one) => one === sort)
  return {
    ...(typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf)) && { as_of: asOf }),
    ...(sources.length > 0 && { source: sources.join(',') }),
    ...(text !== '' && { search: text.slice(0, 200) }),
    ...(known !== undefined && known !== 'name' && { sort: known }),
    ...(order === 'desc' && { order }),
    ...narrowedOf(given),
    ...(typeof customer === 'number' && Number.isSafeInteger(customer) && { customer }),
  }
}

/** What the address shows of a location. */
export function viewOf(place: Pick<View, 'network' | 'location'>, given: ActiveUsersSearch): View {
  const { as_of: asOf, source, search = '', sort = 'name', order = 'asc' } = given
  return { ...place, asOf, sources: sourcesOf(source), search, sort, order, narrowed: narrowedOf(given) }
}

/** The other filters of an address, or of its search. */
export function narrowedOf(given: { readonly [Name in keyof Narrowed]?: unknown }): Narrowed {
  const { only, kind, suspended, disputable } = given
  const known = KINDS.find((one) => one === kind)
  return {
    ...(only === true && { only }),
    ...(known !== undefined && { kind: known }),
    ...(suspended === true && { suspended }),
    ...(disputable === true && { disputable }),
  }
}

export function sourcesOf(text: string | undefined): readonly Source[] {
  const named = new Set(text?.split(','))
  return SOURCES.filter((source) => named.has(source))
}
