// The catalogue: each language has the same texts, with the same places for names and figures.
import { expect, test } from 'vitest'
import { administrationDe } from '../../web/src/texts/administration-de.ts'
import { administrationEn } from '../../web/src/texts/administration-en.ts'
import { connectionsDe } from '../../web/src/texts/connections-de.ts'
import { connectionsEn } from '../../web/src/texts/connections-en.ts'
import { de } from '../../web/src/texts/de.ts'
import { en } from '../../web/src/texts/en.ts'
import { moneyDe } from '../../web/src/texts/money-de.ts'
import { moneyEn } from '../../web/src/texts/money-en.ts'
import { pricePlansDe } from '../../web/src/texts/price-plans-de.ts'
import { pricePlansEn } from '../../web/src/texts/price-plans-en.ts'

function textsOf(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[name, value] as [string, string]] : textsOf(value, name)
  })
}

const english = new Map(
  textsOf({ ...en, ...moneyEn, ...connectionsEn, ...administrationEn, ...pricePlansEn }),
)
const german = new Map(textsOf({ ...de, ...moneyDe, ...connectionsDe, ...administrationDe, ...pricePlansDe }))

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
