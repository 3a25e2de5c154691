/** What an answer consists of. Every figure carries the verb that gave it and the view that shows it. */
import type { Topic } from '#assistant/understanding/topic'
import type { Language } from '#model/language'

export { LANGUAGES, type Language } from '#model/language'

export interface Segment {
  readonly text: string
  /** A view of the panel that shows it. */
  readonly href?: string | undefined
  /** Of a figure: what the text writes out; of money, in whole minor units. */
  readonly value?: number | undefined
  /** The verb that told it. */
  readonly verb?: string | undefined
}

export interface Passage {
  readonly slug: string
  readonly anchor: string
  readonly article: string
  readonly heading: string
  readonly text: string
  readonly href: string
}

export interface Choice {
  readonly label: string
  /** The question that asks for it. */
  readonly question: string
}

export type Part =
  | { readonly kind: 'sentence'; readonly segments: readonly Segment[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Segment[])[] }
  | { readonly kind: 'passages'; readonly passages: readonly Passage[] }
  /** Opens a form; nothing has been changed. */
  | { readonly kind: 'action'; readonly label: string; readonly href: string }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }

export interface Answer {
  readonly language: Language
  readonly intent: Intent
  readonly parts: readonly Part[]
  /** False where it refuses, asks back, or does not know. */
  readonly isAnswered: boolean
  readonly by: 'local' | 'model'
  /** What the next question may go on from. */
  readonly topic: Topic | null
}

export const INTENTS = [
  'greeting',
  'help',
  'count',
  'only_because',
  'list',
  'explain',
  'difference',
  'forecast',
  'what_if',
  'price',
  'compare',
  'audit',
  'rule',
  'where',
  'change',
  'ask_back',
  'unknown',
  'out_of_scope',
] as const
export type Intent = (typeof INTENTS)[number]

/** The answer as plain text, for terminals and for models. */
export function plainText(parts: readonly Part[]): string {
  return parts.map(partText).join('\n')
}

function partText(part: Part): string {
  const line = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('')
  switch (part.kind) {
    case 'sentence':
      return line(part.segments)
    case 'list':
      return part.items.map((item) => `  - ${line(item)}`).join('\n')
    case 'passages':
      return part.passages
        .map(
          ({ article, heading, text, href }) =>
            `  [${article}${heading === article ? '' : ` – ${heading}`}] ${text} (${href})`,
        )
        .join('\n')
    case 'action':
      return `  → ${part.label}: ${part.href}`
    case 'choices':
      return part.choices.map(({ label }) => `  ? ${label}`).join('\n')
  }
}
