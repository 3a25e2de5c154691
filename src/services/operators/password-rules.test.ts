import { describe, expect, it } from 'vitest'
import { faultSentence } from '#model/field-fault'
import { passwordFaults } from '#services/operators/password-rules'
import { measureStrength } from '#services/operators/password-strength'

const ANA = 'ana.ruiz@example.com'
const STRONG = { score: 4, weakness: 'too_easy', suggestions: [] } as const
const faultsOf = (password: string) => passwordFaults(password, ANA, STRONG).map(faultSentence)

describe('a new password', () => {
  it('has 10 to 128 characters', () => {
    expect(faultsOf('123456789')).toEqual(['must have at least 10 characters'])
    expect(faultsOf('1234567890')).toEqual([])
    expect(faultsOf('x'.repeat(128))).toEqual([])
    expect(faultsOf('x'.repeat(129))).toEqual(['must have at most 128 characters'])
    expect(faultsOf('😀'.repeat(9))).toEqual(['must have at least 10 characters'])
  })

  it('does not contain the e-mail, nor the part that names the person', () => {
    expect(faultsOf(`plum ${ANA.toUpperCase()} kettle`)).toEqual(['must not contain the e-mail address'])
    expect(faultsOf('plum Ana.Ruiz kettle')).toEqual(['must not contain the e-mail address'])
    expect(passwordFaults('plum jo kettle 57', 'jo@example.com', STRONG)).toEqual([])
  })

  it.each(['password123', 'qwertyuiop12', 'aaaaaaaaaaaa', '1234567890123', 'iloveyou2024', 'headcount-2024'])(
    '%s is too easy to guess',
    async (password) => {
      const strength = await measureStrength(password, [ANA])
      expect(passwordFaults(password, ANA, strength).map(faultSentence).join()).toContain('too easy to guess')
    },
  )

  it('made of a name of its operator is too easy to guess, though not for another', async () => {
    const another = await measureStrength('kowalczewska7', [ANA])
    const own = await measureStrength('kowalczewska7', [ANA, 'Kowalczewska'])
    expect([another.score >= 3, own.score >= 3]).toEqual([true, false])
  })

  it('of some words is strong', async () => {
    expect(await measureStrength('plum kettle Orbit 57', [ANA])).toMatchObject({ score: 4 })
  })
})
