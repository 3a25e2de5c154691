import { Duplex } from 'node:stream'
import type { DatabaseThread } from '#database/pglite/thread'

/** First byte of the protocol messages that ask for an answer; the start-up message begins with a zero. */
const ASKS = new Set([0, 'S'.charCodeAt(0), 'Q'.charCodeAt(0)])
const TERMINATE = 'X'.charCodeAt(0)

/**
 * The socket that `pg` believes to have: protocol messages go to the database thread as one piece and
 * the answer comes back as one. So PGlite and PostgreSQL share every line above it.
 */
export class Wire extends Duplex {
  readonly #thread: DatabaseThread
  #messages: Buffer[] = []

  constructor(thread: DatabaseThread) {
    super()
    this.#thread = thread
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(message: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    const kind = message[0] ?? 0
    if (kind !== TERMINATE) this.#messages.push(message)
    if (ASKS.has(kind)) this.#ask(done)
    else done()
  }

  #ask(done: (error?: Error) => void): void {
    const bytes = new Uint8Array(Buffer.concat(this.#messages))
    this.#messages = []
    this.#thread.ask({ kind: 'wire', bytes }, [bytes.buffer]).then((reply) => {
      if (reply.kind === 'wire') this.push(Buffer.from(reply.bytes.buffer))
      done()
    }, done)
  }
}
