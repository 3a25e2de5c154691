/** The way of an answer with a language model: what is refused without it, and what is said where it fails. */
import type { Answer, Intent, Part } from '#assistant/answer'
import { answered } from '#assistant/answered'
import type { AssistantLog, Listener } from '#assistant/ask'
import type { Asking } from '#assistant/intents/asking'
import { connectModel, type ModelSettings } from '#assistant/model/connect'
import { askModel, type EarlierTurn, type ModelFault } from '#assistant/model/converse'
import { type Both, plain } from '#assistant/say'

interface Asked {
  readonly text: string
  readonly earlier: readonly EarlierTurn[]
  readonly listener: Listener
}

/** The answer, or why there is none; null where it was not asked. */
type Outcome =
  | { readonly answer: Answer; readonly notice?: never }
  | { readonly notice: readonly Part[]; readonly answer?: never }

/** Nothing that Headcount refuses, and nothing that it answers without a look, goes to the model. */
const KEPT_FROM_IT = new Set<Intent>(['out_of_scope', 'greeting', 'help', 'change'])

export function modelAnswers(settings: ModelSettings, log: AssistantLog) {
  // at once, so that no first question waits for it
  const connected = connectModel(settings)
  connected.catch(() => undefined)
  return async (asking: Asking, { text, earlier, listener }: Asked): Promise<Outcome | null> => {
    const { understood, language, viewed } = asking
    // which of several is meant is asked back in the same way with a model and without
    if (understood.people.candidates.length > 1) return null
    if (KEPT_FROM_IT.has(understood.intent) || understood.places.length === 0) return null
    let hasSaid = false
    const outcome = await askModel(await connected, {
      ...{ question: text, earlier, language, now: asking.now, verbs: asking.verbs, search: asking.passages },
      places: understood.places,
      viewed: understood.places.find(({ locationId }) => locationId === viewed),
      onPart: (part) => {
        hasSaid = true
        listener.onPart(part)
      },
      onFault: (error) => log.error({ err: error }, 'a tool failed'),
      signal: listener.signal,
    })
    if ('fault' in outcome) {
      // what it said may hold names
      log.warn(
        { fault: outcome.fault, ...(outcome.fault !== 'false' && { detail: outcome.detail }) },
        'the language model gave no answer',
      )
      if (hasSaid) listener.onRestart()
      return { notice: [plain(NOTICES[language][outcome.fault])] }
    }
    const { parts, isAnswered } = outcome
    const intent = isAnswered ? understood.intent : asksBack(parts) ? 'ask_back' : 'unknown'
    return { answer: { ...answered(understood, { parts, isAnswered, intent }), by: 'model' } }
  }
}

function asksBack(parts: readonly Part[]): boolean {
  return parts.some((part) => part.kind === 'sentence' && part.segments.at(-1)?.text.endsWith('?') === true)
}

const NOTICES: Both<Readonly<Record<ModelFault, string>>> = {
  en: {
    false:
      'The language model said something that nothing it looked up holds, so its answer is left out. Headcount answers by itself:',
    no_answer: 'The language model cannot be reached or refuses. Headcount answers by itself:',
    too_slow: 'The language model took too long. Headcount answers by itself:',
    broke_off: 'The language model broke off in the middle. Headcount answers by itself:',
    unbacked: 'Nothing that the language model said could be checked. Headcount answers by itself:',
  },
  de: {
    false:
      'Das Sprachmodell sagte etwas, das nichts von dem enthält, was es nachgeschlagen hat; seine Antwort ist weggelassen. Headcount antwortet selbst:',
    no_answer: 'Das Sprachmodell ist nicht erreichbar oder lehnt ab. Headcount antwortet selbst:',
    too_slow: 'Das Sprachmodell brauchte zu lange. Headcount antwortet selbst:',
    broke_off: 'Das Sprachmodell brach mittendrin ab. Headcount antwortet selbst:',
    unbacked: 'Nichts von dem, was das Sprachmodell sagte, ließ sich prüfen. Headcount antwortet selbst:',
  },
}
