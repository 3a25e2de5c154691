/** The thread that PGlite runs in: a statement blocks it for as long as it takes, and nobody else. */
import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { DurableNodeFS } from '#database/pglite/durable-fs'
import type { OpenRequest, Reply, Request } from '#database/pglite/messages'
import { DURABLE_START_PARAMS, MEMORY_START_PARAMS } from '#database/pglite/start-params'

/** The engine has no checkpointer: three million rows without one left 593 MB of log and a start of 3 s. */
const WAL_BYTES_PER_CHECKPOINT = 64 * 2 ** 20

/** How PGlite reports an SQL error that PostgreSQL has recovered from. Any other exception is the end. */
const RECOVERED = 100

/** Node has it; the types that this project loads do not. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> }

if (!parentPort) throw new Error('This file runs in a thread.')
const port = parentPort
let database: PGlite | undefined
/** PostgreSQL's own words, which say more about its end than the exception that follows. */
let lastWords = ''
let disk: DurableNodeFS | undefined

/** The last byte of an answer: idle, in a transaction, or in one that failed. */
let status = 'I'
let copiedBytes = 0

function send(reply: Reply, transfer: ArrayBuffer[] = []): void {
  port.postMessage(reply, transfer)
}

function stop(error: unknown): never {
  const exception = error instanceof Error ? error.message : String(error)
  send({ kind: 'stopped', reason: lastWords || exception })
  process.exit(1) // ends this thread only
}

/** Compiled while the program still prepares the folder. */
const engine = readFile(new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))).then((bytes) =>
  WebAssembly.compile(bytes),
)

function listen(text: string): boolean {
  lastWords = /(?:PANIC|FATAL):\s+(.*)/.exec(text)?.[1] ?? lastWords
  return true
}

async function open({ folder, template }: OpenRequest): Promise<void> {
  const common = { pgliteWasmModule: await engine, onStderr: listen }
  if (folder === null) {
    const loadDataDir =
      template === null
        ? {}
        : { loadDataDir: new Blob([await readFile(template)], { type: 'application/gzip' }) }
    database = await PGlite.create({ ...loadDataDir, ...common, startParams: MEMORY_START_PARAMS })
  } else {
    disk = new DurableNodeFS(folder)
    database = await PGlite.create({ fs: disk, ...common, startParams: DURABLE_START_PARAMS })
  }
  stopOnCrash(database)
  sendDone()
}

/** PGlite swallows a crash of the engine and would ask a dead one again and again. */
function stopOnCrash(db: PGlite): void {
  const module = db.Module as unknown as { _PostgresMainLoopOnce: () => void }
  const loopOnce = module._PostgresMainLoopOnce
  module._PostgresMainLoopOnce = () => {
    try {
      loopOnce()
    } catch (error) {
      if ((error as { status?: number }).status !== RECOVERED) stop(error)
      throw error
    }
  }
}

async function runWire(db: PGlite, message: Uint8Array): Promise<void> {
  const parts: Buffer[] = []
  // The bytes are a view of the engine's memory: they must be copied before it goes on.
  await db.execProtocolRawStream(message, {
    syncToFs: false,
    onRawData: (bytes) => void parts.push(Buffer.from(bytes)),
  })
  const answer = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    answer.set(part, at)
    at += part.length
  }
  status = String.fromCharCode(answer.at(-1) ?? 0)
  send({ kind: 'wire', bytes: answer }, [answer.buffer])
}

/** PGlite asks a Blob for its bytes and nothing else; handing them over spares two copies. */
async function lendBlob(db: PGlite, data: ArrayBuffer | null): Promise<void> {
  copiedBytes += data?.byteLength ?? 0
  await db._handleBlob(data ? ({ arrayBuffer: async () => data } as Blob) : undefined)
  sendDone()
}

function sendDone(): void {
  send({ kind: 'done', syncs: disk?.counters.syncs ?? 0 })
}

async function checkpointWhenDue(db: PGlite): Promise<void> {
  const written = disk ? disk.counters.walBytes : copiedBytes
  if (written < WAL_BYTES_PER_CHECKPOINT || status === 'E') return
  if (disk) disk.counters.walBytes = 0
  copiedBytes = 0
  await db.exec('checkpoint')
}

async function handle(request: Request): Promise<void> {
  if (request.kind === 'open') return open(request)
  const db = database
  if (!db) throw new Error('The database is not open.')
  switch (request.kind) {
    case 'wire':
      await runWire(db, request.bytes)
      return checkpointWhenDue(db)
    case 'blob':
      return lendBlob(db, request.data)
    case 'counters':
      return sendDone()
    case 'close':
      await db.close()
      return sendDone()
  }
}

let last: Promise<void> = Promise.resolve()
port.on('message', (request: Request) => {
  last = last.then(() => handle(request)).catch(stop)
})
