/** Times several sides in turn, so that a noisy machine is as noisy for one as for the other. */
export interface Timing {
  /** Milliseconds, ascending. */
  readonly times: readonly number[]
  readonly p50: number
  readonly p99: number
  /** Median of what the server's process computed, where that can be seen: waiting for a core is not in it. */
  readonly cpuP50: number
}

/** `cpuMs` tells the milliseconds that the server has computed for this side so far. */
export type Side = (() => Promise<unknown>) & { readonly cpuMs?: () => number }
export type Sides<Name extends string> = Readonly<Record<Name, Side>>

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
  const cpu = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = -warmUp; round < runs; round += 1) {
    for (const index of names.keys()) {
      const name = names[(index + round + warmUp) % names.length] as Name
      const side = sides[name]
      const before = side.cpuMs?.() ?? Number.NaN
      const elapsed = await timeOf(side)
      if (round < 0) continue
      times.get(name)?.push(elapsed)
      cpu.get(name)?.push((side.cpuMs?.() ?? Number.NaN) - before)
    }
  }
  const timings = names.map((name) => [name, timingOf(times.get(name) ?? [], cpu.get(name))])
  return Object.fromEntries(timings) as Record<Name, Timing>
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function timingOf(unordered: readonly number[], unorderedCpu: readonly number[] = []): Timing {
  const times = [...unordered].sort((a, b) => a - b)
  const cpu = [...unorderedCpu].sort((a, b) => a - b)
  return {
    times,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpuP50: percentile(cpu, 0.5),
  }
}

/** The smallest value that is not less than this share of all. */
function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN
}
