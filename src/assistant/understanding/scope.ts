/** What the assistant does not answer: what is not about Headcount, and what would misuse it. */
import type { Signs } from '#assistant/understanding/intent'
import type { ReadQuestion, Word } from '#assistant/understanding/read'
import type { MeaningName } from '#assistant/understanding/words'

/** About itself and its orders; programs; secrets; going round what one may do. */
const HOSTILE: readonly RegExp[] = [
  /\b(ignore|disregard|forget|override|drop|skip) (all|any|every|the|your|those|these|previous|prior|deine|alle)\b.*\b(rule|instruction|prompt|order|limit|restriction|regel|anweisung)/i,
  /\bignore (all|any|every|the|your|previous|prior)\b|\bignoriere\b|\bvergiss (alle|deine)\b/i,
  /\b(your|hidden|secret|internal|initial|original|system|deine?n?) (\w+ )?(instructions?|prompts?|configuration|source code|orders|anweisungen)\b/i,
  /\bfrom now on,? you\b|\byou are now\b|\byou (must )?(act|answer|behave|respond|speak) as\b|\bact as\b|\bpretend (to be|you)\b|\b(obey|override)\b|\bab jetzt (bist|antwortest) du\b/i,
  /\b(no|without) (rules|limits|restrictions|filters?|permission)\b|\bunrestricted\b|\bjailbreak|\bdeveloper mode\b|\bbypass|\bhack/i,
  /\b(drop|truncate|alter) table\b|\bdelete from\b|\binsert into\b|\bselect \*|\bupdate \w+ set\b|;\s*--|<script|\b(run|execute) (this|the|some|my|following) (sql|code|command|script|query)\b/i,
  /\b(show|give|tell|reveal|send|list|print|dump|leak|read|zeig\w*|nenn\w*)\b.{0,40}\b(passwords?|secrets?|api keys?|tokens?|credentials|hash|passwörter|geheimnis)/i,
]

/** Words of names were taken out before: a customer may be called anything. */
export function isHostile({ words, text }: ReadQuestion): boolean {
  const rest = words.some(({ isTaken }) => isTaken)
    ? words
        .filter(({ isTaken }) => !isTaken)
        .map(({ raw }) => raw)
        .join(' ')
    : text
  return HOSTILE.some((pattern) => pattern.test(rest))
}

interface Belonging {
  /** Words that speak of counting or of Headcount. */
  readonly own: number
  /** Those of them that questions about other things have as well. */
  readonly ambient: number
  /** Words that mean nothing here. */
  readonly strange: number
}

/** How much of a question is about what the assistant knows. */
export function belongingOf({ words }: ReadQuestion): Belonging {
  const open = words.filter(({ isTaken, isStop }) => !isTaken && !isStop)
  const home = open.filter(({ meanings }) => meanings.some((name) => !WEAK.has(name)))
  const own = home.filter((word) => !isAmbient(word)).length
  return {
    own,
    ambient: home.length - own,
    strange: strangeWords({ words }).length,
  }
}

/** Words that mean nothing here. */
export function strangeWords({ words }: Pick<ReadQuestion, 'words'>): readonly Word[] {
  return words.filter(
    ({ isTaken, isStop, meanings, raw }) => !isTaken && !isStop && meanings.length === 0 && !/^\d/.test(raw),
  )
}

/** Something of it belongs elsewhere, or it asks for what the assistant does not do. */
export function isOfElsewhere({ question: { has, text }, isKnown }: Signs): boolean {
  return (
    (has('off_topic') && !isKnown) ||
    ASKS_FOR_WORK.test(text) ||
    (ORDERS.test(text) && !has('product_noun', 'invoice', 'list', 'count', 'active', 'forecast'))
  )
}

/** Too little of it belongs to counting, by its words. */
export function isOffTopic({
  question,
  isKnown,
  hasCustomer,
  places,
  before,
  time,
  sources,
}: Signs): boolean {
  const { has, text } = question
  const { own, ambient, strange } = belongingOf(question)
  const home = own + ambient
  if (isKnown || places.length > 0) return strange > home && strange >= 2
  if (before !== null && (time !== null || sources.length > 0 || has('other', 'pronoun', 'there')))
    return false
  if (hasCustomer && (own > 0 || SAYS_COUNTING.test(text) || (home > 0 && strange === 0))) return false
  if (time !== null && has('differ', 'count')) return strange > 1
  // where no word is ours alone, one that is strange decides
  return home === 0 || strange > home || (own === 0 && strange >= ambient / 2)
}

const ASKS_FOR_WORK =
  /\b(write|compose|sing|draw|translate|schreib|übersetze)\b.{0,30}\b(me|a|an|mir|ein|eine|this|das)\b/i

/** Things to do that are done elsewhere. */
const ORDERS =
  /^\s*(?:(?:please|bitte|can you|could you|kannst du) )?(?:give (?!me|us)|grant|offer|set up|refund|remind|phone|mail|e-?mail|text|print|unlock|turn (?:on|off|up|down)|reserve|schedule|order|hire|fire|discount|pay)\b/i

const SAYS_COUNTING = /\bcount(s|ed|ing)?\b|\b(ge)?zähl|\b(in)?(active|aktiv)/i

export function saysCounting({ text }: ReadQuestion): boolean {
  return SAYS_COUNTING.test(text)
}

function isAmbient({ word, isExact }: Word): boolean {
  // what was only read as a word of ours for want of a better one
  return !isExact || AMBIENT.has(word)
}

const AMBIENT = new Set(
  'help assist hilfe helfen tax steuer data daten days start started starting begin begins began beginning future event events buy buys buying buying bought purchase purchased twice once contact contacts note notes credit late rate currency roles team teams book books room rooms plan plans product products free bill bills server install profile window trial article articles paying cancel delete remove removed end log sign draft import export connect connection frozen kostenlos frei fenster produkt tag rolle karte client clients member members mitglied owner owners manager managers assistant beginnt beginnen'.split(
    ' ',
  ),
)

/** Meanings that questions about anything have. */
const WEAK = new Set<MeaningName>([
  'count',
  'person',
  'list',
  'why',
  'not',
  'only',
  'compare',
  'differ',
  'more',
  'forecast',
  'suppose',
  'where',
  'other',
  'there',
  'pronoun',
  'place',
  'price',
  'off_topic',
  'greeting',
  'rule',
  'free',
  'thanks',
  'capability',
  'end',
  'idle',
  'allowed',
])
