/** What a command is given, and the small things that commands share. */
import type { Answer } from '#assistant/answer'
import type { Terminal } from '#cli/terminal'
import type { Settings } from '#config'
import type { Headcount } from '#services/headcount'
import type { Operators } from '#services/operators/operators'

/** A server that is about to answer. */
export interface Ready {
  readonly headcount: Headcount
  readonly address: string
  /** Nobody can sign in yet. */
  readonly needsFirstOperator: boolean
}

export interface OpenOperators {
  readonly operators: Operators
  close(): Promise<void>
}

export interface CliContext {
  readonly terminal: Terminal
  readonly version: string
  readonly settings: () => Settings
  readonly open: (settings: Settings) => Promise<Headcount>
  /** Answers a question as of now. */
  readonly ask: (question: string, headcount: Headcount, settings: Settings) => Promise<Answer>
  /** Answers over the Model Context Protocol on this process's streams until the other side ends. */
  readonly serveMcp: (settings: Settings) => Promise<void>
  readonly openOperators: (settings: Settings) => Promise<OpenOperators>
  /** Serves until the process is asked to end. @param onReady is told the address, before the first request is answered */
  readonly serve: (settings: Settings, onReady: (ready: Ready) => Promise<void> | void) => Promise<void>
}

/** Opens Headcount for one piece of work and closes it whatever happens. */
export async function withHeadcount<T>(
  context: CliContext,
  work: (headcount: Headcount) => Promise<T>,
): Promise<T> {
  const headcount = await context.open(context.settings())
  try {
    return await work(headcount)
  } finally {
    await headcount.close()
  }
}

/** The same for the verbs about operators. */
export async function withOperators<T>(
  context: CliContext,
  settings: Settings,
  work: (operators: Operators) => Promise<T>,
): Promise<T> {
  const opened = await context.openOperators(settings)
  try {
    return await work(opened.operators)
  } finally {
    await opened.close()
  }
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
