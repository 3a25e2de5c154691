/** The built program as a process of its own, which can be killed at a moment of its work. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild, ROOT } from '../support/cli.ts'

/** How far an import has come, as tell-phase.mjs says; `start` is everything before it asks for its database. */
export const PHASES = ['start', 'opening', 'reading', 'merging', 'committing', 'housekeeping'] as const
export type Phase = (typeof PHASES)[number]

export interface Moment {
  readonly phase: Phase
  /** After the phase has begun. */
  readonly ms: number
}

export interface Outcome {
  readonly wasKilled: boolean
  readonly exitCode: number | null
  readonly out: string
  readonly err: string
  /** The phases that were begun and when, in milliseconds since the process was started. */
  readonly begun: ReadonlyMap<Phase, number>
  readonly lastPhase: Phase
  readonly tookMs: number
}

export type Environment = Readonly<Record<string, string>>

/** The built program in a place of its own, where no other build can take it away meanwhile. */
export class Program {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async build(): Promise<Program> {
    await ensureBuild()
    const folder = await mkdtemp(join(tmpdir(), 'headcount-built-'))
    for (const name of ['dist', 'package.json'])
      await cp(join(ROOT, name), join(folder, name), { recursive: true })
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    return new Program(folder)
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true })
  }

  start(environment: Environment, args: readonly string[]): Running {
    const tellPhase = join(import.meta.dirname, 'tell-phase.mjs')
    const main = join(this.#folder, 'dist/main.js')
    return new Running(
      spawn(process.execPath, ['--import', tellPhase, main, ...args], {
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
        env: { PATH: process.env.PATH, HOME: process.env.HOME, HEADCOUNT_DEBUG: '1', ...environment },
      }),
    )
  }
}

export class Running {
  readonly #child: ChildProcess
  readonly #startedAt = performance.now()
  readonly #begun = new Map<Phase, number>([['start', 0]])
  readonly #ended: Promise<Outcome>
  #onPhase: (phase: Phase) => void = () => undefined
  #killed = false

  constructor(child: ChildProcess) {
    this.#child = child
    const [out, err] = [collect(child, 1), collect(child, 2)]
    collect(child, 3, (text) => {
      for (const phase of text.trim().split('\n') as Phase[]) this.#begin(phase)
    })
    this.#ended = once(child, 'close').then(() => ({
      wasKilled: this.#killed && child.signalCode === 'SIGKILL',
      exitCode: child.exitCode,
      out: out.join(''),
      err: err.join(''),
      begun: this.#begun,
      lastPhase: this.phase,
      tookMs: performance.now() - this.#startedAt,
    }))
  }

  get phase(): Phase {
    return [...this.#begun.keys()].at(-1) ?? 'start'
  }

  ended(): Promise<Outcome> {
    return this.#ended
  }

  kill(): Promise<Outcome> {
    this.#killed = this.#child.kill('SIGKILL')
    return this.#ended
  }

  /** Kills it then, unless it ends before. */
  async killAt(moment: Moment): Promise<Outcome> {
    await this.reach(moment)
    return this.kill()
  }

  /** Waits for the moment, or for the end where it does not come. */
  reach({ phase, ms }: Moment): Promise<unknown> {
    const reached = new Promise<void>((resolve) => {
      if (this.#begun.has(phase)) setTimeout(resolve, ms)
      else
        this.#onPhase = (begun) => {
          if (begun === phase) setTimeout(resolve, ms)
        }
    })
    return Promise.race([reached, this.#ended])
  }

  #begin(phase: Phase): void {
    this.#begun.set(phase, performance.now() - this.#startedAt)
    this.#onPhase(phase)
  }
}

/** How long each phase lasted in a run that came to its end. */
export function durations({ begun, tookMs }: Outcome): Readonly<Record<Phase, number>> {
  const starts = PHASES.map((phase) => begun.get(phase))
  const missing = PHASES.filter((_, at) => starts[at] === undefined)
  if (missing.length > 0) throw new Error(`The import did not tell these phases: ${missing.join(', ')}.`)
  const ends = [...starts.slice(1), tookMs]
  return Object.fromEntries(
    PHASES.map((phase, at) => [phase, (ends[at] ?? 0) - (starts[at] ?? 0)]),
  ) as Record<Phase, number>
}

function collect(child: ChildProcess, descriptor: number, onText?: (text: string) => void): string[] {
  const texts: string[] = []
  child.stdio[descriptor]?.on('data', (bytes: Buffer) => {
    texts.push(bytes.toString())
    onText?.(bytes.toString())
  })
  return texts
}
