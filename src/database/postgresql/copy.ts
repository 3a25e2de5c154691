import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Chunks, TakeTurn } from '#database/lane'

/** One COPY for everything: it holds its connection, and there are others. */
export function copyIn(
  client: ClientBase,
  target: string,
  chunks: Chunks,
  takeTurn: TakeTurn,
): Promise<number> {
  return takeTurn(async () => {
    const copy = client.query(copyFrom(`copy ${target} from stdin`))
    await pipeline(Readable.from(chunks, { objectMode: false }), copy)
    return copy.rowCount
  })
}
