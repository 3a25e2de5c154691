// What explanations say in each language, sentence by sentence.
import { expect, test } from 'vitest'
import { SILENT_REASONS } from '#counting/evidence'
import { wordsOf } from '#counting/words/words'
import { EVIDENCE_KINDS } from '#model/kind'
import { LANGUAGES } from '#model/language'

const ZONE = 'Europe/Berlin'
const NOW = new Date('2026-11-20T12:00:00Z')
const AT = new Date('2026-11-09T23:30:00Z')
const LATER = new Date('2026-12-14T23:00:00Z')
const de = wordsOf('de')
const free = { kind: 'running', isFree: true, startsAt: null, until: null, planName: 'Hot desk' } as const

const facts = (['booking', 'customer_invoice', 'recurring_product'] as const).flatMap((source) =>
  EVIDENCE_KINDS[source].map((kind) => [source, kind] as const),
)

test.each(facts)('%s %s has words in each language, with its day and no name of ours', (source, kind) => {
  for (const language of LANGUAGES) {
    const phrase = wordsOf(language).fact(source, kind, AT, ZONE, null)
    expect(phrase).toMatch(/^(an?|eine?) .+ 10\.? Nov\.? 2026$/)
    expect(phrase).not.toContain('_')
  }
})

test('German names products, and says of contracts when they begin and end', () => {
  expect([
    de.fact('recurring_product', 'renewed', AT, ZONE, 'Locker'),
    de.endedRepeat(AT, ZONE, 'Locker'),
    de.contract(free, NOW, ZONE),
    de.contract({ ...free, kind: 'frozen', isFree: false, startsAt: LATER, until: LATER }, NOW, ZONE),
    de.contract({ ...free, planName: null, until: AT }, NOW, ZONE),
  ]).toEqual([
    'ein laufendes Produkt (Locker), verlängert am 10. Nov. 2026',
    'ein laufendes Produkt (Locker), dessen Wiederholung am 10. Nov. 2026 endete',
    'ein kostenloser Vertrag (Hot desk)',
    'ein Vertrag (Hot desk), der ruht, am 15. Dez. 2026 beginnt und am 15. Dez. 2026 endet',
    'ein kostenloser Vertrag, der am 10. Nov. 2026 endete',
  ])
})

test('German closes a clause with a comma, and knows a name with one', () => {
  const silence = { source: 'contract', reason: 'customer_suspended', ruleSet: '2024-01' } as const
  const told = (phrase: string) => de.statement(phrase, { ...silence, windowFrom: AT, endedAt: null }, ZONE)
  expect([told('ein Vertrag, der ruht'), told('ein Vertrag (Desk, 2nd floor)')]).toEqual([
    'Ein Vertrag, der ruht, zählt nicht, solange der Kunde gesperrt oder archiviert ist.',
    'Ein Vertrag (Desk, 2nd floor) zählt nicht, solange der Kunde gesperrt oder archiviert ist.',
  ])
})

test('each reason for not counting has its own sentence in each language', () => {
  for (const language of LANGUAGES) {
    const sentences = SILENT_REASONS.map((reason) => {
      const silence = { source: 'booking', reason, ruleSet: '2024-01', windowFrom: AT, endedAt: AT } as const
      return wordsOf(language).statement('x', silence, ZONE)
    })
    expect(new Set(sentences).size).toBe(SILENT_REASONS.length)
  }
})

test('German answers', () => {
  const because = [
    { source: 'contract', phrase: 'ein Vertrag', more: 0 },
    { source: 'booking', phrase: 'eine Buchung vom 10. Nov. 2026', more: 2 },
  ] as const
  expect([
    de.counts('Ada', 'Quay', because),
    de.doesNotCount('Kit', 'Quay', ['Das Team Quill hat keine gemeinsame Rechnung.']),
    de.hasNothing('Kit', 'Quay', { at: AT, zone: ZONE, ruleSet: '2024-01' }),
    de.endsWithContract(1, LATER, ZONE),
    de.endsWithContract(2, null, ZONE),
    de.ifRenewed('Locker', LATER, ZONE),
  ]).toEqual([
    'Ada zählt am Standort Quay. Grund: ein Vertrag und eine Buchung vom 10. Nov. 2026 (und 2 weitere durch Buchungen).',
    'Kit zählt nicht am Standort Quay. Das Team Quill hat keine gemeinsame Rechnung.',
    'Kit zählt nicht am Standort Quay: kein Vertrag, und nichts seit dem 10. Nov. 2026 (Regelwerk 2024-01).',
    'Wenn der Kunde gesperrt oder archiviert wird oder der Vertrag am 15. Dez. 2026 endet.',
    'Wenn der Kunde gesperrt oder archiviert wird oder alle Verträge enden; ein Ende ist nicht vorgesehen.',
    'Das laufende Produkt (Locker) verlängert sich am 15. Dez. 2026 und zählt von da an.',
  ])
})
