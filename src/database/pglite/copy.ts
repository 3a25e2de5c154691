import type { ClientBase } from 'pg'
import type { Chunks, TakeTurn } from '#database/lane'
import type { DatabaseThread } from '#database/pglite/thread'

/** Large enough that a COPY's own cost vanishes, small enough to keep memory flat. */
const BATCH_BYTES = 8 * 2 ** 20

/** COPY in batches of whole rows: between two of them the connection may serve others. */
export async function copyIn(
  { client, thread }: { client: ClientBase; thread: DatabaseThread },
  target: string,
  chunks: Chunks,
  takeTurn: TakeTurn,
): Promise<number> {
  let rows = 0
  for await (const batch of batchesOf(chunks)) {
    rows += await takeTurn(() => copyBatch(client, thread, target, batch))
  }
  return rows
}

async function copyBatch(
  client: ClientBase,
  thread: DatabaseThread,
  target: string,
  batch: ArrayBuffer,
): Promise<number> {
  await thread.ask({ kind: 'blob', data: batch }, [batch])
  try {
    const { rowCount } = await client.query(`copy ${target} from '/dev/blob'`)
    return rowCount ?? 0
  } finally {
    await thread.ask({ kind: 'blob', data: null })
  }
}

async function* batchesOf(chunks: Chunks): AsyncGenerator<ArrayBuffer> {
  let gathered: Buffer[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    gathered.push(chunk)
    bytes += chunk.length
    if (bytes < BATCH_BYTES) continue
    yield joined(gathered, bytes)
    gathered = []
    bytes = 0
  }
  if (bytes > 0) yield joined(gathered, bytes)
}

/** In memory of its own: a Buffer may share its memory with others and could not be transferred. */
function joined(chunks: readonly Buffer[], bytes: number): ArrayBuffer {
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole.buffer
}
