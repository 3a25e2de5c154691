// The catalogue: each language has the same texts, with the same places for names and figures.
import { expect, test } from 'vitest'
import { ERRORS } from '#errors'
import { FIELD_FAULTS } from '#model/field-fault'
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

test('each refusal that has words of the panel is a code of the server, and has them once', async () => {
  const { refusals } = await PART_CATALOGUES.refusals.en()
  const codes = Object.keys(refusals)
  expect(codes.filter((code) => !(code in ERRORS) || english.has(`problems.known.${code}.detail`))).toEqual(
    [],
  )
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
