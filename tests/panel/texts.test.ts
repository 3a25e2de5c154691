// The catalogue: each language has the same texts, with the same places for names and figures; and what the
// panel repeats of the server’s knowledge is the same.
import { expect, test } from 'vitest'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { wordsOf } from '#counting/words/words'
import { ERRORS } from '#errors'
import { RIGHTS } from '#model/access'
import { AUDIT_ACTIONS } from '#model/audit-action'
import { FIELD_FAULTS } from '#model/field-fault'
import { minorDigits } from '#model/money'
import { FIELD_PROBLEMS, RECORD_PROBLEMS, SKIPPED } from '#model/record-problem'
import { currencyDigits } from '../../web/src/components/currency-digits.ts'
import { CATALOGUES, type Language, PART_CATALOGUES } from '../../web/src/texts/parts.ts'

function textsOf(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[name, value] as [string, string]] : textsOf(value, name)
  })
}

async function allTexts(language: Language): Promise<Map<string, string>> {
  const parts = Object.values(PART_CATALOGUES).map((part) => part[language]())
  const catalogues = await Promise.all([CATALOGUES[language](), ...parts])
  return new Map(catalogues.flatMap((catalogue) => textsOf(catalogue)))
}

/** Of requests that no server answered. */
const OF_THE_PANEL = ['UNREACHABLE', 'UNREADABLE', 'UNEXPECTED', 'INTERNAL']

const english = await allTexts('en')
const german = await allTexts('de')

test('English and German have the same keys', () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
})

test('no text is empty, and each has the same places as in English', () => {
  for (const [key, text] of german) {
    const placesOf = (one: string) => [...one.matchAll(/\{\{\w+\}\}/g)].map(String).sort()
    expect(text.trim(), key).not.toBe('')
    expect([key, ...placesOf(text)]).toEqual([key, ...placesOf(english.get(key) ?? '')])
  }
})

test('what has no plural of its own in German is the same word', () => {
  const same = [...german].filter(([key, text]) => text === english.get(key) && text.length > 20)
  expect(same).toEqual([])
})

test('each code of the server has words of the panel, once', async () => {
  const { refusals } = await PART_CATALOGUES.refusals.en()
  const known = [...english.keys()].flatMap((key) => /^problems\.known\.(\w+)\.detail$/.exec(key)?.[1] ?? [])
  const codes = [...Object.keys(refusals), ...known].filter((code) => !OF_THE_PANEL.includes(code))
  expect(codes.sort()).toEqual(Object.keys(ERRORS).sort())
  // commands belong to the command line
  expect(Object.values(refusals).filter(({ what, next }) => `${what}${next}`.includes('`'))).toEqual([])
})

test('each fault of a field has words, in English those of the server', () => {
  const told = [...english].filter(([key]) => key.startsWith('faults.'))
  const words = told.map(([key, text]) => [
    key.replace('faults.', ''),
    text.replaceAll(/\{\{(\w+)\}\}/g, '{$1}'),
  ])
  expect(Object.fromEntries(words)).toEqual(FIELD_FAULTS)
})

test('what a rule set, a right and the audit log name has words in both languages', () => {
  const kinds = DEFAULT_RULE_SET.kinds.flatMap(({ source, kind }) => [`sources.${source}`, `kinds.${kind}`])
  const rights = Object.keys(RIGHTS).map((right) => `rights.${right}`)
  const actions = AUDIT_ACTIONS.map((action) => `audit.actions.${action}`)
  const lacking = [...kinds, ...rights, ...actions].filter((key) => !english.has(key) || !german.has(key))
  expect(lacking).toEqual([])
})

test('explanations have German words for each kind of evidence, and for each source', () => {
  const at = new Date('2026-11-20T12:00:00Z')
  for (const { source, kind } of DEFAULT_RULE_SET.kinds) {
    const [told, german_] = (['en', 'de'] as const).map((language) => {
      const words = wordsOf(language)
      const contract = { kind, isFree: false, startsAt: null, until: null, planName: null }
      const phrase =
        source === 'contract'
          ? words.contract(contract, at, 'UTC')
          : source === 'team'
            ? words.team('North')
            : words.fact(source, kind, at, 'UTC', null)
      return [phrase, words.rule(source)]
    })
    expect(german_).not.toContainEqual(expect.stringContaining(`${kind} vom`))
    expect(german_?.filter((text) => told?.includes(text))).toEqual([])
  }
})

test('an amount has as many decimals as the server gives its currency', () => {
  for (const currency of Intl.supportedValuesOf('currency')) {
    expect([currency, currencyDigits(currency)]).toEqual([currency, minorDigits(currency)])
  }
})

test('each reason that an import gives has words in the language of the panel', async () => {
  const { clauses, sentences, skipped } = (await PART_CATALOGUES.importReasons.en()).importReasons
  const inBraces = (texts: object) => JSON.parse(JSON.stringify(texts).replaceAll(/\{\{(\w+)\}\}/g, '{$1}'))
  expect(inBraces(clauses)).toEqual(FIELD_PROBLEMS)
  expect(inBraces(sentences)).toEqual(RECORD_PROBLEMS)
  expect(skipped).toBe(`{{clause}}${SKIPPED}`)
})
