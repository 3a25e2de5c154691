/** Answers a question with live figures and passages of the articles. It sees what the asker's verbs show, and changes nothing. */
import type { Answer, Intent, Language, Part } from '#assistant/answer'
import { answered } from '#assistant/answered'
import { type PassageSearch, passageSearch } from '#assistant/articles/search'
import type { Asking, Reply } from '#assistant/intents/asking'
import { say } from '#assistant/intents/asking'
import { answerAudit } from '#assistant/intents/audit'
import { answerCompare, answerCount, answerList, answerOnlyBecause } from '#assistant/intents/count'
import { answerDifference } from '#assistant/intents/difference'
import { answerExplain, whichCustomer } from '#assistant/intents/explain'
import { answerForecast } from '#assistant/intents/forecast'
import { answerHistory } from '#assistant/intents/history'
import { answerChange, answerGreeting, answerHelp, answerWhere } from '#assistant/intents/pages'
import { answerPrice } from '#assistant/intents/price'
import { answerRule, refuse, unknown } from '#assistant/intents/rules'
import { answerWhatIf } from '#assistant/intents/what-if'
import { modelAnswers } from '#assistant/model/answer'
import type { ModelSettings } from '#assistant/model/connect'
import type { EarlierTurn } from '#assistant/model/converse'
import { link, plain, quotedFrom, sentence } from '#assistant/say'
import { asksOverTime } from '#assistant/understanding/months-said'
import { knownPlaces } from '#assistant/understanding/places'
import { isSpelt } from '#assistant/understanding/read'
import { strangeWords } from '#assistant/understanding/scope'
import { settled } from '#assistant/understanding/settle'
import type { Topic } from '#assistant/understanding/topic'
import { type Understanding, understand } from '#assistant/understanding/understand'
import { folded } from '#assistant/understanding/words'
import { HeadcountError } from '#errors'
import type { Door } from '#model/access'
import type { Headcount } from '#services/headcount'

export interface Question {
  readonly text: string
  /** What the question before was about; null at the beginning. */
  readonly topic?: Topic | null
  /** The location that the operator looks at. */
  readonly locationId?: number | null
  /** Default: that of the question. */
  readonly language?: Language | null
  /** Through which door it came, for the note of what was not answered. */
  readonly door?: Door
  /** The turns before, the oldest first, for a model that goes on from them. */
  readonly earlier?: readonly EarlierTurn[]
}

/** Hears an answer as it is made. */
export interface Listener {
  readonly onPart: (part: Part) => void
  /** What was heard does not hold; the answer begins anew. */
  readonly onRestart: () => void
  /** Ends what a model says early. */
  readonly signal?: AbortSignal
}

export interface Assistant {
  answer(question: Question, verbs: Headcount, now: Date, listener?: Listener): Promise<Answer>
  readonly passages: PassageSearch
  close(): Promise<void>
}

export interface AssistantParts {
  readonly passages?: PassageSearch
  /** Default: none, so that Headcount answers by itself. */
  readonly model?: ModelSettings | null
  readonly log?: AssistantLog
}

export interface AssistantLog {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export const LONGEST_QUESTION = 1000

export function makeAssistant({
  passages = passageSearch(),
  model = null,
  log = NO_LOG,
}: AssistantParts = {}): Assistant {
  const askModel = model === null ? null : modelAnswers(model, log)
  return {
    passages,
    async answer(question, verbs, now, listener = DEAF) {
      const {
        text,
        topic = null,
        locationId = null,
        language = null,
        door = 'library',
        earlier = [],
      } = question
      const places = await knownPlaces(verbs)
      const known = { verbs, now, places, before: topic, viewed: locationId, language }
      const understood = await settled(await understand(text.slice(0, LONGEST_QUESTION), known), passages)
      const asking = askingOf({ understood, verbs, now, passages, viewed: locationId })
      const byModel = askModel === null ? null : await askModel(asking, { text, earlier, listener })
      const answer = byModel?.answer ?? (await answerByItself(asking, byModel?.notice ?? [], listener))
      if (answer.intent === 'unknown') await noteUnanswered(understood, verbs, door)
      return answer
    },
    close: () => passages.close(),
  }
}

const NO_LOG: AssistantLog = { warn: () => undefined, error: () => undefined }
/** Waits for the whole. */
export const DEAF: Listener = { onPart: () => undefined, onRestart: () => undefined }

/** @param notice why it is not the model that answers */
async function answerByItself(
  asking: Asking,
  notice: readonly Part[],
  { onPart }: Listener,
): Promise<Answer> {
  const told = await reply(asking)
  const parts = [...notice, ...told.parts]
  for (const part of parts) onPart(part)
  return answered(asking.understood, { ...told, parts })
}

/** Without names of places and people, which are nobody's business but the asker's. */
function noteUnanswered({ question }: Understanding, verbs: Headcount, door: Door): Promise<void> {
  const kept = question.words.map(({ raw, isTaken }) => (isTaken ? '…' : raw)).join(' ')
  return verbs.noteUnanswered({ question: kept, door })
}

const ANSWERS: Readonly<Record<Intent, (asking: Asking) => Reply | Promise<Reply>>> = {
  greeting: answerGreeting,
  help: answerHelp,
  count: answerCount,
  only_because: answerOnlyBecause,
  list: answerList,
  explain: answerExplain,
  difference: answerDifference,
  forecast: answerForecast,
  what_if: answerWhatIf,
  price: answerPrice,
  compare: (asking) =>
    asksOverTime(asking.understood.question.text) && asking.understood.locationIds.length < 2
      ? answerHistory(asking)
      : answerCompare(asking),
  audit: answerAudit,
  rule: answerRule,
  where: answerWhere,
  change: answerChange,
  ask_back: unknown,
  unknown,
  out_of_scope: refuse,
}

/** What an asker may not see or do is told in his own words' place, like at every door. */
async function reply(asking: Asking): Promise<Reply> {
  const { understood } = asking
  try {
    if (understood.places.length === 0 && NEEDS_PLACES.has(understood.intent)) return nothingVisible(asking)
    if (understood.people.candidates.length > 1 && understood.intent === 'count') return whichCustomer(asking)
    if (ABOUT_PLACES.has(understood.intent) && namesUnseen(understood)) return notSeen(asking)
    const told = await ANSWERS[understood.intent](asking)
    return { ...told, parts: [...passedOver(asking), ...told.parts] }
  } catch (error) {
    if (!(error instanceof HeadcountError)) throw error
    return { parts: [plain(`${error.message} ${error.next}`)], isAnswered: false }
  }
}

/** Words of a question about people that could have narrowed it, had they been understood. */
function passedOver({ understood: { question, intent }, language, passages }: Asking): Part[] {
  if (!ABOUT_PLACES.has(intent)) return []
  const unread = strangeWords(question)
    .map(({ raw }) => raw)
    .filter((raw) => SHORTEST_UNREAD.test(raw) && !isSpelt(folded(raw)) && !passages.isFamiliar(raw))
  if (unread.length === 0) return []
  const said = unread.map((raw) => `“${raw}”`).join(', ')
  return [
    plain(
      say(
        language,
        `I do not know what ${said} means here and answer without it.`,
        `Was ${said} hier heißt, weiß ich nicht; ich antworte ohne.`,
      ),
    ),
  ]
}

const ABOUT_PLACES = new Set<Intent>([
  'count',
  'only_because',
  'list',
  'difference',
  'forecast',
  'price',
  'compare',
])
const SHORTEST_UNREAD = /^\p{L}{4,}$/u

/** A name that neither a location nor a customer has for the asker, or another location where there is none. */
function namesUnseen({ people, question, language, isFollowUp, locationIds }: Understanding): boolean {
  // any German noun is written as names are
  const isName = language === 'en' || locationIds.length === 0
  if (isName && people.said !== null && people.candidates.length === 0) return true
  return isFollowUp && question.has('other') && question.has('place', 'there') && locationIds.length === 0
}

/** No figure of one location for a question about another. */
function notSeen({ understood: { people, places }, language }: Asking): Reply {
  const names = places
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join(', ')
  const text =
    people.said === null
      ? say(language, 'You see no other location.', 'Sie sehen keinen anderen Standort.')
      : say(
          language,
          `I find neither a location nor a customer “${people.said}” among those that you may see.`,
          `Ich finde weder einen Standort noch einen Kunden „${people.said}“ unter denen, die Sie sehen dürfen.`,
        )
  const seen = say(language, `You see: ${names}.`, `Sie sehen: ${names}.`)
  return { parts: [quotedFrom(`${text} ${seen}`, { href: '/', verb: 'listLocations' })], isAnswered: false }
}

const MOST_NAMED = 8

const NEEDS_PLACES = new Set<Intent>([
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
])

function nothingVisible({ language }: Asking): Reply {
  return {
    parts: [
      sentence([
        {
          text: say(
            language,
            'There are no locations that you may see yet. Records come in by ',
            'Es gibt noch keine Standorte, die Sie sehen dürfen. Datensätze kommen durch ',
          ),
        },
        link(say(language, 'an import', 'einen Import'), '/help/importing-records'),
        { text: say(language, ' or ', ' oder ') },
        link(say(language, 'a connected account', 'ein verbundenes Konto'), '/help/connecting-nexudus'),
        { text: '.' },
      ]),
    ],
    isAnswered: false,
  }
}

interface Parts {
  readonly understood: Understanding
  readonly verbs: Headcount
  readonly now: Date
  readonly passages: PassageSearch
  readonly viewed: number | null
}

/** A location that was not named is the one that is looked at where one alone can be meant. */
function askingOf({ understood, viewed, ...rest }: Parts): Asking {
  const { places, locationIds, intent } = understood
  const named = places
    .filter(({ locationId }) => locationIds.includes(locationId))
    .sort((a, b) => locationIds.indexOf(a.locationId) - locationIds.indexOf(b.locationId))
  const looked = places.filter(({ locationId }) => locationId === viewed)
  const ofNetwork =
    looked.length > 0 ? places.filter(({ networkId }) => networkId === looked[0]?.networkId) : places
  const usual = looked.length > 0 && NEEDS_ONE.has(intent) ? looked : ofNetwork
  const locations =
    named.length > 0 ? (intent === 'compare' && named.length === 1 ? ofNetwork : named) : usual
  return {
    ...rest,
    viewed,
    understood,
    language: understood.language,
    locations,
    namesLocation: named.length > 0,
  }
}

const NEEDS_ONE = new Set<Intent>([
  'count',
  'only_because',
  'list',
  'difference',
  'what_if',
  'forecast',
  'price',
  'audit',
])
