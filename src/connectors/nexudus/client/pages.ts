/** Page after page, until nothing new comes: what is told of the number of pages may be missing or wrong. */
import type { ListPage } from '#connectors/nexudus/client/answers'
import type { NexudusClient } from '#connectors/nexudus/client/client'
import type { Entity } from '#connectors/nexudus/client/entities'

const PAGE_SIZE = 500
/** A list without end would be read for ever. */
const MOST_PAGES = 200_000

export async function* pagesOf(
  client: NexudusClient,
  entity: Pick<Entity, 'path'>,
  filters: Readonly<Record<string, string>> = {},
): AsyncGenerator<ListPage> {
  const ids = new Set<number>()
  const flaws = new Set<string>()
  let flawedCount = 0
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const listed = await client.list(entity, { page, size: PAGE_SIZE, filters })
    const before = ids.size + flaws.size
    for (const { Id } of listed.records) ids.add(Id)
    for (const { value } of listed.flawed) flaws.add(JSON.stringify(value))
    flawedCount += listed.flawed.length
    yield listed
    if (ids.size + flaws.size === before) return
    const isAll = listed.total !== null && ids.size + flawedCount >= listed.total
    const isLast = listed.hasNext === false && (listed.total === null || isAll)
    if (isLast || (listed.hasNext === null && isAll)) return
  }
}
