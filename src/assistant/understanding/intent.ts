/** What is asked, decided from meanings. Refusals come first, the most particular questions before the plain ones. */
import type { Intent } from '#assistant/answer'
import { readFilter } from '#assistant/understanding/filters'
import { invoiceNumbersSaid } from '#assistant/understanding/invoice-numbers'
import { GROWS, OVER_TIME } from '#assistant/understanding/months-said'
import { ONE_MORE } from '#assistant/understanding/one-more'
import type { PlaceKnown } from '#assistant/understanding/places'
import type { ReadQuestion } from '#assistant/understanding/read'
import { isHostile, isOfElsewhere, isOffTopic } from '#assistant/understanding/scope'
import type { Topic } from '#assistant/understanding/topic'
import { folded } from '#assistant/understanding/words'
import type { Source } from '#model/source'

export interface Signs {
  readonly question: ReadQuestion
  readonly places: readonly PlaceKnown[]
  /** Somebody seems to be named. */
  readonly hasCustomer: boolean
  /** And is known. */
  readonly isKnown: boolean
  readonly sources: readonly Source[]
  readonly time: Topic['time']
  readonly number: number | null
  /** By nothing else. */
  readonly only: boolean
  readonly before: Topic | null
}

/** What the words of a question say by themselves, before it is likened to others. */
export interface Reading {
  readonly intent: Intent
  /** Whether it is only what is mostly asked of such a subject. */
  readonly isGuess: boolean
  /** Whether its form alone decides the intent. */
  readonly isPlain: boolean
  /** Whether it is about Headcount: its form decides, or its words speak for or against it. */
  readonly scope: 'ours' | 'likely' | 'doubtful' | 'refused'
}

export function readIntent(signs: Signs): Reading {
  const { question, before } = signs
  const ours = (intent: Intent): Reading => ({ intent, isGuess: false, isPlain: true, scope: 'ours' })
  if (isHostile(question) || isOfElsewhere(signs))
    return { intent: 'out_of_scope', isGuess: false, isPlain: true, scope: 'refused' }
  if (before?.waitsFor !== undefined && before?.waitsFor !== null && isBareAnswer(signs))
    return ours(before.intent)
  if (isSmallTalk(question)) return ours(question.has('capability') ? 'help' : 'greeting')
  if (asksForHelp(question)) return ours('help')
  const form = decided(signs)
  const goesOnWith = before?.intent === 'count' && question.has('list') ? 'list' : before?.intent
  const said = form ?? goesOnWith ?? (hasSubject(signs) ? bySubject(signs) : 'rule')
  return {
    intent: said,
    isGuess: form === null || (form === 'count' && signs.places.length === 0 && !isCountingPhrase(question)),
    isPlain:
      said === 'change' ||
      (said === 'where' && !question.has('compare')) ||
      (said === 'compare' && (signs.places.length > 1 || isOverTime(signs))) ||
      (said === 'difference' && (isSince(signs) || isOfInvoices(question))) ||
      (said === 'what_if' && signs.isKnown && WITHOUT.test(question.text)) ||
      before !== null,
    scope: isOffTopic(signs) ? 'doubtful' : 'likely',
  }
}

/** Only a name, after it was asked for. */
function isBareAnswer({ question, places, isKnown }: Signs): boolean {
  return (
    (places.length > 0 || isKnown || question.has('other')) &&
    !question.has('count', 'list', 'why', 'forecast', 'price', 'suppose', 'rule', 'differ')
  )
}

function decided(signs: Signs): Intent | null {
  const { question, hasCustomer, isKnown, places, sources, number } = signs
  const has = question.has
  const start = startOf(question)
  if (
    isSupposed(question) &&
    !(isKnown && has('why') && !IF.test(question.text)) &&
    !OF_ANYBODY.test(question.text) &&
    (has('suspend', 'end', 'idle') || LEAVES.test(question.text) || (isKnown && IF.test(question.text)))
  )
    return 'what_if'
  if (isKnown && WITHOUT.test(question.text) && has('price', 'forecast', 'suppose', 'count')) return 'what_if'
  if (isCommand(question, start)) return 'change'
  const isOfPlace = places.length > 0 && has('forecast', 'price')
  if (isWayTo(question, start) && !isKnown && !isOfPlace) return asksPage(question) ? 'where' : 'rule'
  if (isOfInvoices(question)) return 'difference'
  if (isOverTime(signs)) return 'compare'
  if (/\b(how much|wie ?viel)\b/i.test(question.text) && ONE_MORE.test(question.text)) return 'price'
  if (has('invoice') && AUDITS.test(question.text) && !ASKS_HOW.test(question.text)) return 'audit'
  if (isRule(signs, start)) return 'rule'
  if (number !== null && places.length > 0 && SO_MANY.test(question.text)) return 'price'
  if (has('price') && !asksDifference(signs) && !has('why'))
    return has('forecast') && number === null ? 'forecast' : 'price'
  if (asksDifference(signs)) return 'difference'
  if (isKnown && (has('why', 'count', 'active', 'not', 'source') || start.isYesNo || sources.length > 0))
    return 'explain'
  if (hasCustomer && has('why')) return 'explain'
  if (
    has('forecast') &&
    (has('invoice', 'count', 'person', 'customer', 'more') ||
      /forecast|prognose|predict|project|outlook|estimat|budget|vorhersage|ausblick/i.test(question.text))
  )
    return 'forecast'
  if (has('where') && places.length === 0 && asksPage(question)) return 'where'
  if (has('compare') || places.length > 1) return 'compare'
  if (signs.only && (sources.length > 0 || has('source'))) return asksHowMany(signs) ? 'only_because' : 'list'
  if (
    (has('list') || EVERYBODY.test(question.text) || SHOW_ME.test(question.text)) &&
    !isCountingPhrase(question) &&
    (has('person', 'customer', 'count', 'active', 'suspend') || sources.length > 0 || isNarrowed(question))
  )
    return 'list'
  if (
    has('count', 'active') ||
    (has('person', 'customer') && sources.length > 0) ||
    isCountingPhrase(question)
  )
    return 'count'
  if (hasCustomer) return 'explain'
  return null
}

const AUDITS =
  /\b(right|correct|wrong\w*|(double.?)?check|audit|overbill\w*|overcharg\w*|too much|richtig|falsch|stimmt|korrekt|prüf\w*)\b|\bP-\d+\b/i

const ASKS_HOW = /^\s*(what|how|when|why|who|can|wie|wann|warum|was|wer)\b/i
/** A number of people that is supposed: what it would cost. */
const SO_MANY =
  /\b\d+ (active )?(users|people|persons|members|customers|aktiven? nutzern?|nutzern?|leuten?)\b/i

const EVERYBODY = /\b(every|any)(one|body)\b|\b(alle|jeden|jemand)\b/i

/** Invoices named by their numbers, and what differs. */
function isOfInvoices({ text, has }: ReadQuestion): boolean {
  return invoiceNumbersSaid(text).length > 0 && has('differ', 'compare', 'why', 'more')
}

/** A number, and no names. */
function asksHowMany({ question, before }: Signs): boolean {
  if (isCountingPhrase(question)) return true
  if (question.has('list')) return false
  return question.has('count') || before?.intent === 'count' || before?.intent === 'only_because'
}

/** A place or a source by itself asks for a number. */
function hasSubject({ question, places, sources, time }: Signs): boolean {
  return places.length > 0 || (time !== null && (sources.length > 0 || question.has('person', 'customer')))
}

function bySubject({ question }: Signs): Intent {
  return question.has('list') ? 'list' : 'count'
}

interface Start {
  /** Begins as a question that is answered by yes or no. */
  readonly isYesNo: boolean
  readonly word: string
}

const YES_NO = new Set(
  'do does did is are am was were will would can could should has have zahlt zahlen ist sind wird werden gilt gelten kann konnen muss hat haben gehort'.split(
    ' ',
  ),
)

function startOf({ words, text }: ReadQuestion): Start {
  const plain = (index: number) =>
    words[index]?.raw
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}|'.*$/gu, '') ?? ''
  const first = [
    'and',
    'und',
    'so',
    'but',
    'aber',
    'hi',
    'hello',
    'hey',
    'hallo',
    'please',
    'bitte',
    'ok',
  ].includes(plain(0))
    ? 1
    : 0
  // also where a condition stands before it: "If …, do they count?"
  const clause = /[-–,;:.!] *(\p{L}+)[^,;:.!]*\?\s*$/u.exec(text)?.[1]?.toLowerCase() ?? ''
  return { isYesNo: YES_NO.has(plain(first)) || YES_NO.has(folded(clause)), word: plain(first) }
}

/** *The bill without Jane Doe*. */
const WITHOUT = /\b(without|ohne)\b/i
const LEAVES = /\b(leave|left|lose|verlassen|verläss)/i
const IF = /\b(if|suppose|imagine|assuming|wenn|falls|angenommen)\b/i

function isSupposed({ text, has }: ReadQuestion): boolean {
  return (
    has('suppose') ||
    /what.?if|was (wäre|passiert),? wenn|how (many|much) .*(save|less)|effect of|impact of/i.test(text)
  )
}

/** Asks for a rule: nothing is supposed of anybody in particular. */
const OF_ANYBODY =
  /\bif (an? |some(one|body)\b|any(one|body)\b|customers? |members? )|\b(wenn|falls) (jemand|eine?) /i

const COMMANDS =
  /^\s*(?:please |bitte |can you |could you |would you |kannst du |können sie |i want (?:you )?to |go ahead and |now )*(get rid of|give (?!me|us)|suspend|resume|reactivate|archive|cancel|delete|remove|void|issue|import|invite|create|add|change|set|update|edit|rename|sperre|storniere|lösche|entferne|kündige|erstelle|ändere|lade)\b/i

function isCommand({ text }: ReadQuestion, { word }: Start): boolean {
  return COMMANDS.test(text) && !['how', 'wie', 'what', 'was'].includes(word)
}

/** How to do something, or where. */
function isWayTo({ text }: ReadQuestion, { word }: Start): boolean {
  return (
    (/^(how|wie)\b.*\b(do|can|could|should|to|would|kann|mache|konnen|können|muss)\b/i.test(text) &&
      !/^(how many|how much|wie viel)/i.test(text)) ||
    word === 'where' ||
    word === 'wo'
  )
}

const PAGES = /\b(page|screen|menu|panel|button|see|find|look|view|located|seite|menü|finde|sehe)\b/i

function asksPage(question: ReadQuestion): boolean {
  return question.has('where') || (PAGES.test(question.text) && /^(where|wo)\b/i.test(question.text))
}

/** About people in general, not about those of now. */
function isRule(signs: Signs, { isYesNo, word }: Start): boolean {
  const { question, isKnown, hasCustomer, places, time, sources } = signs
  const has = question.has
  if (isKnown || (hasCustomer && has('why'))) return false
  if (isCountingPhrase(question)) return false
  const isGeneral = places.length === 0 && time === null
  if (
    /what('s| (does|do|is|are|counts?|makes?|happens?|means?))\b|when (do|does|is|are|will)\b|was (ist|sind|bedeutet|passiert|zählt|heißt)|wann (zählt|zählen|ist|wird)|who (is|counts as|qualifies)|wer (gilt|zählt als)/i.test(
      question.text,
    ) &&
    isGeneral &&
    !has('forecast') &&
    !asksNumbers(question)
  )
    return true
  if (
    isYesNo &&
    isGeneral &&
    (!has('suppose') || sources.length > 0) &&
    !asksDifference(signs) &&
    !has('forecast')
  )
    return true
  if (isYesNo && isGeneral && sources.length > 0) return true
  if (has('why') && isGeneral && !asksDifference(signs) && !hasCustomer) return true
  if (has('rule') && isGeneral && !asksDifference(signs)) return true
  return (
    /^(how|wie) (is|are|am|does|do|was|werden|wird|ist|sind|funktioniert)\b/i.test(question.text) &&
    isGeneral &&
    word !== ''
  )
}

const SHOW_ME =
  /^\s*(please |bitte )?((give|show|name|tell) (me|us)|zeig\w* (mir|uns)|nenn\w* (mir|uns))\b|\bsee (all|every\w*|who|(the )?(names|people|customers|list))\b/i

/** Suspended ones, disputable ones. */
function isNarrowed(question: ReadQuestion): boolean {
  return Object.keys(readFilter(question)).length > 0
}

/** What we pay is a figure; what is paid for somebody of some kind is a rule. */
function asksOwnPrice({ text, has }: ReadQuestion): boolean {
  return /\b(do|are|am) (we|i) (pay\w*|charged|billed|spend\w*|ow(e|ing))\b/i.test(text) && !has('suspend')
}

/** "What is our count" asks for a figure of now. */
function asksNumbers(question: ReadQuestion): boolean {
  return (
    (/\b(our|my|current|the (number|count|total|headcount)|unsere?|aktuelle?)\b/i.test(question.text) &&
      question.has('count', 'price', 'active') &&
      !question.has('rule')) ||
    asksOwnPrice(question)
  )
}

function isCountingPhrase({ text }: ReadQuestion): boolean {
  return /\bhow (many|much)|\bhow.?many|wie ?viele?|number of|count of|total (number|of)|anzahl|headcount\b/i.test(
    text,
  )
}

/** How the number went from month to month. */
function isOverTime(signs: Signs): boolean {
  const { question, time, isKnown, places } = signs
  if (isKnown || places.length > 1 || question.has('invoice', 'price', 'forecast')) return false
  if (OVER_TIME.test(question.text))
    return places.length > 0 || question.has('count', 'active', 'person', 'customer', 'place')
  return GROWS.test(question.text) && time === null && places.length > 0 && !question.has('why', 'panel')
}

/** One number against another: an invoice or a time against now. */
export function asksDifference(signs: Signs): boolean {
  const { question, time, places } = signs
  const has = question.has
  const isChange =
    has('differ') || /\b(more|mehr) .*(than|als)\b|went (up|down)|gone (up|down)/i.test(question.text)
  if (has('invoice') && has('panel') && places.length === 1) return true
  if (places.length > 1 || !(isChange || isSince(signs))) return false
  if (!isChange || SINCE_LAST.test(question.text)) return true
  if (
    has('invoice') &&
    (has('panel', 'count', 'why', 'active') || time !== null || /\bthan|als\b/i.test(question.text))
  )
    return true
  return (
    time !== null ||
    /\b(now|today|jetzt|heute|panel)\b/i.test(question.text) ||
    (has('why') && has('count', 'active', 'person', 'customer', 'place'))
  )
}

const SINCE_LAST =
  /\b(since|after|seit|nach)( the| our| der| dem| unserer)? (last|latest|previous|invoice|bill|letzte[rmn]?|vorige[rmn]?)\b/i

/** What or who, since an invoice or a time; who booked since then is a list. */
function isSince({ question, time, sources }: Signs): boolean {
  return (
    /\b(what|who|which|whom|wer|was|welche[rn]?)\b.*\b(since|seit)\b/i.test(question.text) &&
    (SINCE_LAST.test(question.text) || time !== null) &&
    (sources.length === 0 || /\b(new|neu|neue)\b/i.test(question.text)) &&
    !isCountingPhrase(question)
  )
}

function isSmallTalk({ words, has }: ReadQuestion): boolean {
  return (
    words.length <= 6 &&
    has('greeting', 'thanks') &&
    !has('count', 'list', 'why', 'person', 'customer', 'active', 'invoice', 'forecast', 'price', 'suspend')
  )
}

function asksForHelp({ text, words, has }: ReadQuestion): boolean {
  return (
    /what (can|do) you (do|know|answer|help)|what can i ask|how (can|do) you help|who are you|was kannst du|wobei (kannst|hilfst)|was kann ich (dich )?fragen|wer bist du/i.test(
      text,
    ) ||
    (words.length <= 2 && has('capability'))
  )
}
