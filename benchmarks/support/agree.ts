/** Figures of answers that differ are worth nothing: every side must say the same. */
export function agree(what: string, answers: Readonly<Record<string, unknown>>): void {
  const different = new Set(Object.values(answers).map(String))
  if (different.size > 1) throw new Error(`${what}: the sides disagree: ${JSON.stringify(answers)}`)
}
