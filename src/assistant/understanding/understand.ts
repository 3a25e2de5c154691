/** From words to a topic: what is asked, about whom, where and when. */
import type { Intent, Language } from '#assistant/answer'
import { type AskedFilter, readFilter } from '#assistant/understanding/filters'
import { type Reading, readIntent } from '#assistant/understanding/intent'
import { type PeopleFound, readCustomer } from '#assistant/understanding/people'
import { type PlaceKnown, readPlaces } from '#assistant/understanding/places'
import { type ReadQuestion, readQuestion } from '#assistant/understanding/read'
import { fromRomance } from '#assistant/understanding/romance'
import { readDays, readTime } from '#assistant/understanding/times'
import type { Topic } from '#assistant/understanding/topic'
import { SOURCES, type Source } from '#model/source'
import type { Headcount } from '#services/headcount'

export interface Understanding extends Topic {
  readonly question: ReadQuestion
  readonly language: Language
  /** Where the question says one that no location is. */
  readonly people: PeopleFound
  readonly places: readonly PlaceKnown[]
  /** A number of active users that is asked about. */
  readonly number: number | null
  readonly isFollowUp: boolean
  readonly reading: Reading
  readonly filter: AskedFilter
}

export interface Known {
  readonly verbs: Headcount
  readonly now: Date
  readonly places: readonly PlaceKnown[]
  /** What the question before was about. */
  readonly before: Topic | null
  /** The location that the operator looks at. */
  readonly viewed: number | null
  readonly language: Language | null
}

export async function understand(text: string, known: Known): Promise<Understanding> {
  const question = readQuestion(fromRomance(text) ?? text)
  const language = known.language ?? question.language
  const named = readPlaces(question, known.places)
  const { before } = known
  const timeZone =
    (named[0] ?? placeOf(known, before?.locationIds[0] ?? known.viewed) ?? known.places[0])?.timeZone ?? 'UTC'
  const idleDays = isAboutIdle(question) ? readDays(question) : null
  const time = readTime(question, { now: known.now, timeZone })
  const networkIds = networksOf(known, named)
  const people = await readCustomer(question, known.verbs, networkIds)
  const filter = readFilter(question)
  const sources = sourcesSaid(question).filter((source) => source !== 'contract' || filter.kind !== 'contact')
  const number = numberSaid(question)
  const isFollowUp = before !== null && followsUp(question, { people, named, sources, time })
  const reading = readIntent({
    question,
    places: named,
    hasCustomer: people.said !== null,
    isKnown:
      people.candidates.length > 0 || (isFollowUp && before?.customer !== null && pointsAtPerson(question)),
    sources,
    time,
    number,
    only: question.has('only') || NOT_WITHOUT.test(text),
    before: isFollowUp ? before : null,
  })
  const customer =
    people.candidates.length === 1
      ? (people.candidates[0] ?? null)
      : isFollowUp && people.said === null && goesOn(reading.intent, before)
        ? (before?.customer ?? null)
        : null
  const locations = locationsOf(question, named, known, isFollowUp ? before : null)
  return {
    question,
    language,
    people,
    number,
    isFollowUp,
    intent: reading.intent,
    reading,
    filter,
    places: known.places,
    locationIds: locations.map(({ locationId }) => locationId),
    customer,
    sources: sources.length > 0 || !isFollowUp ? sources : (before?.sources ?? []),
    time: time ?? (isFollowUp && !saysNow(question) ? (before?.time ?? null) : null),
    waitsFor: null,
    idleDays: idleDays ?? (isFollowUp ? (before?.idleDays ?? null) : null),
    only:
      question.has('only') ||
      NOT_WITHOUT.test(text) ||
      (isFollowUp && sources.length === 0 && (before?.only ?? false)),
  }
}

function placeOf({ places }: Known, id: number | null | undefined): PlaceKnown | undefined {
  return places.find(({ locationId }) => locationId === id)
}

function networksOf({ places, viewed, before }: Known, named: readonly PlaceKnown[]): readonly number[] {
  const own = named[0] ?? places.find(({ locationId }) => locationId === (before?.locationIds[0] ?? viewed))
  const all = [...new Set(places.map(({ networkId }) => networkId))]
  return own === undefined
    ? all
    : [own.networkId, ...all.filter((id) => id !== own.networkId)].slice(0, named.length > 0 ? 1 : undefined)
}

function isAboutIdle(question: ReadQuestion): boolean {
  return (
    question.has('idle') ||
    (question.has('not') &&
      question.words.some(({ word }) => /^(days?|weeks?|months?|tagen?|wochen?|monaten?)$/.test(word)))
  )
}

function pointsAtPerson({ text }: ReadQuestion): boolean {
  return /\b(he|she|him|her|his|hers|they|er|sie|ihn|ihm)\b/i.test(text)
}

const NOT_WITHOUT =
  /\b(not|nt|\w+n't|nicht|drop|fall|disappear|vanish)\b.*\b(without|ohne)\b|\bohne\b.*\bnicht\b|\b(if it (were|was)(n't| not)|but) for\b|\bno (other|further) (source|reason|condition)s?\b|\bkeine anderen? (quelle|grund|bedingung)/i

const SAID_NOW = /\b(now|today|currently|at the moment|jetzt|heute|aktuell|derzeit)\b/i

function saysNow({ text }: ReadQuestion): boolean {
  return SAID_NOW.test(text)
}

/** "Invoice" means a customer invoice where it stands for why somebody counts. */
function sourcesSaid(question: ReadQuestion): readonly Source[] {
  const words = question.words.filter(({ isTaken }) => !isTaken)
  const said = SOURCES.filter((source) =>
    source === 'customer_invoice'
      ? question.has('invoice') && !/merged billing/i.test(question.text) && saysCustomerInvoice(question)
      : words.some(({ meanings }) => (meanings as readonly string[]).includes(source)),
  )
  // a paid plan is a contract, the price plan of a location is not
  return said.filter((source) => source !== 'contract' || !/\bprice plan|preisplan/i.test(question.text))
}

function saysCustomerInvoice({ text, has }: ReadQuestion): boolean {
  return (
    /customer invoices?|kundenrechnung|\b(by|through|via|because of|due to|wegen|durch|having|got|received|had|with|mit) (an? |einer |only )?(customer |issued )?(invoices?|rechnung)|\b(were|was|been|being|got|is) (only )?invoiced|\b(those|all|everyone|everybody) invoiced\b|\binvoiced (customers?|members?|contacts?|people|persons?|users?|ones)\b|abgerechnet|berechnet/i.test(
      text,
    ) ||
    (has('only') && !has('differ', 'forecast'))
  )
}

function numberSaid({ words, text }: ReadQuestion): number | null {
  if (/id:\s?\d/.test(text)) return null
  const found = words.find(({ raw, isTaken }) => !isTaken && /^\d{1,3}(?:[.,]\d{3})+$|^\d{1,7}$/.test(raw))
  return found === undefined ? null : Number(found.raw.replace(/[.,]/g, ''))
}

interface Said {
  readonly people: PeopleFound
  readonly named: readonly PlaceKnown[]
  readonly sources: readonly Source[]
  readonly time: Topic['time']
}

const BEGINS_AS_FOLLOW_UP =
  /^\s*(and|und|what about|how about|same|was ist mit|wie ist es|wie sieht es|dort|there|but|aber|only|nur|also|or|oder|then|dann|ok|okay)\b/i

/** It begins like one, points back, or says too little to stand alone. */
function followsUp(question: ReadQuestion, { people, named, sources, time }: Said): boolean {
  if (BEGINS_AS_FOLLOW_UP.test(question.text)) return true
  if (question.has('other', 'there', 'pronoun') && question.words.length <= 12) return true
  const isBare = !question.has(
    'count',
    'list',
    'why',
    'forecast',
    'price',
    'suppose',
    'compare',
    'rule',
    'differ',
    'where',
    'person',
    'customer',
    'greeting',
    'thanks',
    'product_noun',
    'off_topic',
  )
  const says = people.said !== null || named.length > 0 || sources.length > 0 || time !== null
  const asksWhy = question.words.length <= 3 && question.has('why', 'list')
  return (isBare && says && question.words.length <= 6) || asksWhy
}

/** A customer goes on being meant only where the question is still about one. */
function goesOn(intent: Intent, before: Topic | null): boolean {
  return (
    intent === 'explain' || intent === 'what_if' || intent === 'change' || before?.waitsFor === 'location'
  )
}

function locationsOf(
  question: ReadQuestion,
  named: readonly PlaceKnown[],
  { places }: Known,
  before: Topic | null,
): readonly PlaceKnown[] {
  if (named.length > 0) return named
  const last = places.filter(({ locationId }) => before?.locationIds.includes(locationId))
  if (!question.has('other')) return saysAll(question) ? [] : last
  const network = last[0]?.networkId
  return places.filter((place) => place.networkId === network && !last.includes(place))
}

function saysAll({ text }: ReadQuestion): boolean {
  return /\b(all|every|each|overall|in total|altogether|whole network|everywhere|alle|allen|jede[rmn]?|insgesamt|überall)\b/i.test(
    text,
  )
}
