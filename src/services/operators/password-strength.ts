/** How hard a password is to guess, by dictionaries of leaked passwords, names and keyboard rows. */
import type { TranslationKeys, ZxcvbnFactory } from '@zxcvbn-ts/core'
import { LONGEST_PASSWORD, type Strength, type Weakness } from '#services/operators/password-rules'

/** In the place of the library's sentences. */
const WEAKNESSES = {
  straightRow: 'easy_key_row',
  keyPattern: 'easy_key_row',
  simpleRepeat: 'easy_repeat',
  extendedRepeat: 'easy_repeat',
  sequences: 'easy_sequence',
  recentYears: 'easy_date',
  dates: 'easy_date',
  topTen: 'easy_common',
  topHundred: 'easy_common',
  common: 'easy_common',
  similarToCommon: 'easy_common',
  wordByItself: 'easy_word',
  namesByThemselves: 'easy_name',
  commonNames: 'easy_name',
  userInputs: 'easy_own',
  pwned: 'easy_common',
} as const satisfies Record<keyof TranslationKeys['warnings'], Weakness>

let meter: Promise<ZxcvbnFactory> | undefined

/** The dictionaries take 3 MB and a moment: they are loaded when first asked for. */
async function loadMeter(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    translations: { ...english.translations, warnings: WEAKNESSES },
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
  const weakness = (feedback.warning || 'too_easy') as Weakness
  return { score, weakness, suggestions: feedback.suggestions }
}
