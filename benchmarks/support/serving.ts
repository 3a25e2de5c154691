/** A server as a process of its own, and the load on it from this one: both share the machine's cores. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'

export interface Served {
  readonly url: string
  end(): Promise<void>
}

const LONGEST_COMPLAINT = 5000

/** Starts a Node program that prints `listens at URL`. @throws Error when it ends before */
export async function serve(args: readonly string[], environment: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await addressOf(child)
  return {
    url,
    async end() {
      const ended = once(child, 'close')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    let complaint = ''
    child.stdout?.on('data', (bytes: Buffer) => {
      output += bytes
      const url = /listens at (\S+)/.exec(output)?.[1]
      if (url !== undefined) resolve(url)
    })
    // what it logs is read, or it would wait, and kept until it listens
    child.stderr?.on('data', (bytes: Buffer) => {
      if (complaint.length < LONGEST_COMPLAINT) complaint += bytes
    })
    child.on('close', (code) => reject(new Error(`The server ended with ${code}: ${output}${complaint}`)))
  })
}

export interface Load {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  readonly headers?: Record<string, string>
  /** For requests that send something: a new body for each. */
  readonly nextBody?: () => string
}

export interface LoadResult {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** Requests as fast as they are answered. @throws Error when one is not answered with success */
export async function load({ url, connections, seconds, headers, nextBody }: Load): Promise<LoadResult> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 120,
    ...(headers !== undefined && { headers }),
    ...(nextBody !== undefined && {
      requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, body: nextBody() }) }],
    }),
  })
  const { non2xx, errors, latency } = result
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers without success, ${errors} errors`)
  return { perSecond: result['2xx'] / result.duration, p50: latency.p50, p99: latency.p99 }
}

/** The same of work within this process, so many at a time. */
export async function loadOf(
  work: () => Promise<unknown>,
  { connections, seconds }: Pick<Load, 'connections' | 'seconds'>,
): Promise<LoadResult> {
  const times: number[] = []
  const start = performance.now()
  const until = start + seconds * 1000
  const worker = async () => {
    while (performance.now() < until) {
      const before = performance.now()
      await work()
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const perSecond = times.length / ((performance.now() - start) / 1000)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? Number.NaN
  return { perSecond, p50: at(0.5), p99: at(0.99) }
}
