import { describe, expect, it } from 'vitest'
import { normalPersonName, personNameFault } from '#model/person-name'

describe('a name of a person', () => {
  it.each([
    'Ana',
    'Åse',
    'Nguyễn',
    '李明',
    'Мария',
    'محمد',
    'अनिल',
    'Ana María',
    "D'Arcy",
    'O’Neill',
    'Jean-Luc',
    'Anne- Marie',
  ])('%s is one', (name) => expect(personNameFault('first', name)).toBeNull())

  it.each([
    'A1',
    'Ana٣',
    'Ana!',
    'Ana_Maria',
    '-Ana',
    'Ana-',
    "'Ana",
    'Ana   Maria',
    'Ana\nMaria',
    'Ana\u0000',
    '<b>',
    '😀😀',
  ])('%j is none', (name) => expect(personNameFault('first', name)).not.toBeNull())

  it('has two letters at least if it is a first name, one if it is a last name', () => {
    expect(personNameFault('first', 'A')).toMatchObject({ code: 'too_few_letters' })
    expect(personNameFault('last', 'A')).toBeNull()
    expect(personNameFault('first', 'e\u0301')).toMatchObject({ code: 'too_few_letters' })
    expect(personNameFault('last', ' ')).toMatchObject({ code: 'missing' })
  })

  it('is kept composed and without spaces around it', () => {
    expect(normalPersonName('  Jose\u0301 ')).toBe('José')
  })

  it('is judged quickly, however long it is', () => {
    const startedAt = performance.now()
    personNameFault('first', `${"a'".repeat(50_000)}!`)
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})
