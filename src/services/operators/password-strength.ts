/** How hard a password is to guess, by dictionaries of leaked passwords, names and keyboard rows. */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { LONGEST_PASSWORD, type Strength } from '#services/operators/password-rules'

let meter: Promise<ZxcvbnFactory> | undefined

/** The dictionaries take 3 MB and a moment: they are loaded when first asked for. */
async function loadMeter(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    translations: english.translations,
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary },
    maxLength: LONGEST_PASSWORD,
  })
}

/** @param about what an attacker knows of the operator: names, e-mail */
export async function measureStrength(password: string, about: readonly string[]): Promise<Strength> {
  meter ??= loadMeter()
  const known = [...about.flatMap((text) => [text, ...text.split(/[@.\s_-]+/)]), 'headcount'].filter(
    (text) => text.length > 2,
  )
  const { score, feedback } = (await meter).check(password.slice(0, LONGEST_PASSWORD), known)
  return { score, warning: feedback.warning || null, suggestions: feedback.suggestions }
}
