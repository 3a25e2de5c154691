/** Questions about how a number went from month to month, and how many months they speak of. */
import { monthAt } from '#lib/local-months'

export const OVER_TIME =
  /\b(trends?|history|over time|month by month|month on month|per month|by month|(each|every|which|what) month|monthly|(over|in|during|for|of) the (last|past|previous) ((\w+ )?(months|years?|quarters?)|half.year)|this year|verlauf|entwicklung|entwickelt|monatlich|pro monat|(jeden|welche[rnm]?) monat|(der|den) letzten \w+ monate\w*|dieses jahr)\b/i

/** Asks for a development only where nothing else is compared with. */
export const GROWS = /\b(grow(s|n|ing|th)?|grew|shr[iau]nk(s|ing)?|wächst|gewachsen)\b/i

export function asksOverTime(text: string): boolean {
  return OVER_TIME.test(text) || GROWS.test(text)
}

const NUMBERS: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, nine: 9, twelve: 12 },
  ...{ zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, neun: 9, zwölf: 12 },
}
const MOST = 36
const USUAL = 12

export function monthsSaid(text: string, now: Date, timeZone: string): number {
  const said = text.toLowerCase()
  const [, many = ''] = /(\d+|\p{L}+) (?:months|monate)/u.exec(said) ?? []
  const number = NUMBERS[many] ?? Number(many)
  if (many !== '' && number >= 1) return Math.min(number, MOST)
  if (/half.year|halbjahr|halben jahr/.test(said)) return 6
  if (/quarter|quartal/.test(said)) return 3
  if (/this year|dieses jahr/.test(said)) return (monthAt(now, timeZone) % USUAL) + 1
  return USUAL
}
