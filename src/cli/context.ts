/** What a command is given, and the small things that commands share. */
import type { Terminal } from '#cli/terminal'
import type { Settings } from '#config'
import type { Headcount } from '#services/headcount'

export interface CliContext {
  readonly terminal: Terminal
  readonly version: string
  readonly settings: () => Settings
  readonly open: (settings: Settings) => Promise<Headcount>
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

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Of the options given, those that have a value; none is passed on as undefined. */
export function given<T extends Record<string, unknown>>(
  options: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
