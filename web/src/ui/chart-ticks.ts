/** Round numbers from 0 to at least `most`, about as many as asked for. */
export function niceTicks(most: number, wanted: number): number[] {
  const raw = most / wanted
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power)
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step)
}
