/** Questions about rules and about how to do something: passages of the articles, each with its link. */
import type { Part, Passage } from '#assistant/answer'
import type { PassageSearch } from '#assistant/articles/search'
import { type Asking, type Reply, say } from '#assistant/intents/asking'
import { plain } from '#assistant/say'
import type { ReadQuestion, Word } from '#assistant/understanding/read'
import { belongingOf } from '#assistant/understanding/scope'

const SHOWN = 3
/** Below this nothing is near; from here to {@link SURE} passages are only offered. */
const NEAR = 0.3
const SURE = 0.42
const LONGEST_QUOTE = 320

export async function answerRule(asking: Asking): Promise<Reply> {
  const { passages, language, understood } = asking
  const question = englishOf(understood.question, passages)
  const found = await passages.find(question, SHOWN)
  const top = found[0]?.score ?? 0
  const isOurs = belongingOf(understood.question).own > 0
  if (!isOurs && found.length === 0) return refuse(asking)
  if (found.length === 0 || (passages.hasModel() && top < NEAR))
    return { ...unknown(asking), intent: 'unknown' }
  const isSure = !passages.hasModel() || top >= SURE
  const head = isSure
    ? say(language, 'The help centre says:', 'Das Hilfezentrum sagt (auf Englisch):')
    : say(
        language,
        'I am not sure. The closest passages of the help centre:',
        'Ich bin nicht sicher. Die nächsten Stellen im Hilfezentrum (auf Englisch):',
      )
  return { parts: [plain(head), { kind: 'passages', passages: found.map(shortened) }] }
}

/** What is known to English articles: words of other languages by what they mean. */
export function englishOf({ words, language, text }: ReadQuestion, { isFamiliar }: PassageSearch): string {
  const isRight = ({ isExact, meanings, raw }: Word) => isExact || meanings.length === 0 || isFamiliar(raw)
  if (language === 'en' && words.every(isRight)) return text
  return words
    .filter(({ isStop, gloss, word }) => !isStop || gloss !== word || language === 'en')
    .map((word) => (language === 'en' && isRight(word) ? word.raw : word.gloss))
    .join(' ')
}

export async function passagesFor({ passages }: Asking, about: string, most: number): Promise<Part[]> {
  const found = await passages.find(about, most)
  return found.length === 0 ? [] : [{ kind: 'passages', passages: found.map(shortened) }]
}

/** Known ones, beside an answer that has its own figures. */
export function passagesAt({ passages }: Asking, ...addresses: readonly string[]): Part {
  return { kind: 'passages', passages: addresses.map((address) => shortened(passages.at(address))) }
}

function shortened({ slug, anchor, article, heading, text, href }: Passage): Passage {
  const short =
    text.length > LONGEST_QUOTE ? `${text.slice(0, text.lastIndexOf(' ', LONGEST_QUOTE))} …` : text
  return { slug, anchor, article, heading, text: short, href }
}

export function unknown({ language }: Pick<Asking, 'language'>): Reply {
  return {
    intent: 'unknown',
    isAnswered: false,
    parts: [
      plain(
        say(
          language,
          'I do not know that. I have noted the question for the people who write the help.',
          'Das weiß ich nicht. Ich habe die Frage für die Autoren der Hilfe notiert.',
        ),
      ),
    ],
  }
}

export function refuse({ language }: Pick<Asking, 'language'>): Reply {
  const text = say(
    language,
    'I answer questions about active users, platform invoices and how Headcount works, and nothing else. I show only what you may see.',
    'Ich beantworte Fragen zu aktiven Nutzern, Plattformrechnungen und zur Bedienung von Headcount, sonst nichts. Ich zeige nur, was Sie sehen dürfen.',
  )
  return { intent: 'out_of_scope', isAnswered: false, parts: [plain(text)] }
}
