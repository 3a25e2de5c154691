/** Sentences with their figures: a figure cannot be said without the verb that gave it and the view that shows it. */
import type { Language, Part, Segment } from '#assistant/answer'
import { fromMinor } from '#model/money'

export interface Shown {
  readonly href: string
  readonly verb: string
}

export function figure(value: number, { href, verb }: Shown, text = String(value)): Segment {
  return { text, value, href, verb }
}

export function money(
  minor: number,
  { currency, digits }: { currency: string; digits: number },
  shown: Shown,
): Segment {
  return figure(minor, shown, `${fromMinor(minor, digits)} ${currency}`)
}

export function link(text: string, href: string): Segment {
  return { text, href }
}

type Piece = Segment | string | number

/** `sentence` of a template: numbers cannot be put in but as figures. */
export function words(
  strings: TemplateStringsArray,
  ...pieces: readonly Exclude<Piece, number>[]
): readonly Segment[] {
  return strings.flatMap((text, at): Segment[] => {
    const piece = pieces[at]
    const own = text === '' ? [] : [{ text }]
    if (piece === undefined) return own
    return [...own, typeof piece === 'string' ? { text: piece } : piece]
  })
}

export function sentence(segments: readonly Segment[]): Part {
  return { kind: 'sentence', segments }
}

export function listOf(items: readonly (readonly Segment[])[]): Part {
  return { kind: 'list', items }
}

export function plain(text: string): Part {
  return sentence([{ text }])
}

/** What a verb said itself, as it is. */
export function quotedFrom(text: string, { href, verb }: Shown): Part {
  return sentence([{ text, href, verb }])
}

export type Both<T> = Readonly<Record<Language, T>>

export function dayText(at: string, timeZone: string, language: Language): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
    new Date(at),
  )
}

export function monthText(month: string, language: Language): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}

const SOURCE_WORDS: Both<Readonly<Record<string, string>>> = {
  en: {
    contract: 'contract',
    booking: 'booking',
    customer_invoice: 'customer invoice',
    recurring_product: 'recurring product',
    team: 'team',
  },
  de: {
    contract: 'Vertrag',
    booking: 'Buchung',
    customer_invoice: 'Kundenrechnung',
    recurring_product: 'wiederkehrendes Produkt',
    team: 'Team',
  },
}

export function sourceWords(sources: readonly string[], language: Language): string {
  const named = sources.map((source) => SOURCE_WORDS[language][source] ?? source)
  const and = language === 'de' ? ' oder ' : ' or '
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')}${and}${named.at(-1)}`
}
