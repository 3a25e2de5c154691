/** Times several sides in turn, so that a noisy machine is as noisy for one as for the other. */
export interface Timing {
  /** Milliseconds, ascending. */
  readonly times: readonly number[]
  readonly p50: number
  readonly p99: number
}

export type Sides<Name extends string> = Readonly<Record<Name, () => Promise<unknown>>>

export interface Turns {
  readonly warmUp: number
  readonly runs: number
}

/** Each round runs every side once, and begins with another one than the round before. */
export async function takeTurns<Name extends string>(
  sides: Sides<Name>,
  { warmUp, runs }: Turns,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(sides) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = -warmUp; round < runs; round += 1) {
    for (const index of names.keys()) {
      const name = names[(index + round + warmUp) % names.length] as Name
      const elapsed = await timeOf(sides[name])
      if (round >= 0) times.get(name)?.push(elapsed)
    }
  }
  return Object.fromEntries(names.map((name) => [name, timingOf(times.get(name) ?? [])])) as Record<
    Name,
    Timing
  >
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function timingOf(unordered: readonly number[]): Timing {
  const times = [...unordered].sort((a, b) => a - b)
  return { times, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

/** The smallest value that is not less than this share of all. */
function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN
}
