type Verb = (...given: never[]) => Promise<unknown>

/**
 * Verbs whose code is loaded when one of them is first called, so that a program which needs others starts
 * without it.
 * @param names each verb once
 */
export function lazily<Verbs extends Record<keyof Verbs, Verb>>(
  names: Readonly<Record<keyof Verbs, true>>,
  load: () => Promise<Verbs>,
): Verbs {
  const verbs = Object.keys(names).map((name) => [
    name,
    async (...given: never[]) => (await load())[name as keyof Verbs](...given),
  ])
  return Object.fromEntries(verbs) as Verbs
}
