import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Reply, Request } from '#database/pglite/messages'

interface Waiting {
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: Error) => void
}

const IS_SOURCE = import.meta.url.endsWith('.ts')

/** With the usual 4 MB a deep expression would break the engine before PostgreSQL notices its depth. */
const resourceLimits = { stackSizeMb: 32 }
const BUILT_WORKER = new URL('./worker.js', import.meta.url)

/** The program's end of the database thread: asks, and never waits for a thread that is gone. */
export class DatabaseThread {
  readonly #worker: Worker
  readonly #waiting: Waiting[] = []
  readonly #toStopped: (reason: string) => Error
  #stopped: Error | undefined

  /** Starts to load the engine at once. @param toStopped the error for a thread that ended. */
  constructor(toStopped: (reason: string) => Error) {
    this.#toStopped = toStopped
    this.#worker = IS_SOURCE ? startFromSource() : new Worker(BUILT_WORKER, { resourceLimits })
    this.#worker.on('message', (reply: Reply) => this.#receive(reply))
    this.#worker.on('error', (error) => this.#stop(error.message))
    this.#worker.on('exit', () => this.#stop('the database thread ended'))
  }

  /** Requests are answered in the order in which they were made. */
  async ask(request: Request, transfer: ArrayBuffer[] = []): Promise<Reply> {
    if (this.#stopped) throw this.#stopped
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(request, transfer)
    })
  }

  /** Why it ended, if it did. */
  get stopped(): Error | undefined {
    return this.#stopped
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0
  }

  /** Closes the database after what it was asked, and waits until the thread is gone. */
  async close(): Promise<void> {
    if (!this.#stopped) await this.ask({ kind: 'close' }).catch(() => undefined)
    await this.end()
  }

  /** Ends the thread without closing the database. */
  async end(): Promise<void> {
    this.#stop('it was closed')
    await this.#worker.terminate()
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'stopped') this.#stop(reply.reason)
    else this.#waiting.shift()?.resolve(reply)
  }

  #stop(reason: string): void {
    this.#stopped ??= this.#toStopped(reason)
    for (const { reject } of this.#waiting.splice(0)) reject(this.#stopped)
  }
}

/** Node 20 cannot run TypeScript, and a thread does not inherit what the main thread has registered. */
function startFromSource(): Worker {
  const resolved = createRequire(import.meta.url).resolve('tsx/esm/api')
  const tsx = pathToFileURL(resolved.replace(/cjs$/, 'mjs')).href
  const source = new URL('./worker.ts', import.meta.url).href
  const code = `import('${tsx}').then((tsx) => { tsx.register(); return import('${source}') })`
  return new Worker(code, { eval: true, execArgv: ['--conditions=source'], resourceLimits })
}
