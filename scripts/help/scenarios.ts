/** The published scenarios, answered by the stories that the product is tested by. */
import { ruleOf } from '#counting/rules'
import { isSource, type Source } from '#model/source'
import { PUBLISHED_SCENARIOS, type PublishedScenario } from '../../tests/stories/published-scenarios.ts'
import { sentence, table } from './table.ts'

/** Each story asks who counts on this day. */
const ASKED_ON = '2026-03-10'

export interface Scenario {
  readonly title: string
  readonly places: number
  readonly sources: readonly Source[]
}

/** @returns those whose sentence has one of the words, or all */
export function scenariosWith(words: string): readonly Scenario[] {
  const wanted = words.split(/\s+/).filter((word) => word !== '')
  return Object.entries(PUBLISHED_SCENARIOS)
    .filter(([title]) => wanted.length === 0 || wanted.some((word) => title.includes(word)))
    .map(([title, scenario]) => ({ title, ...answerOf(scenario) }))
}

/** `ben@loft:booking ben@pier:booking` or `ana:contract ben:team`, of whom the row is about. */
function answerOf({ about, story }: PublishedScenario): Pick<Scenario, 'places' | 'sources'> {
  const lines = story.split('\n').map((line) => line.trim().split(/\s+/))
  const asked = lines.find(([day, subject]) => day === ASKED_ON && subject === 'count')
  if (asked === undefined) throw new Error(`A published story does not say who counts on ${ASKED_ON}.`)
  const answers = asked
    .slice(2)
    .map((word) => word.split(/[:@]/))
    .filter(([who]) => who === about)
  const sources = answers.flatMap((words) => (words.at(-1) ?? '').split('+')).filter(isSource)
  return { places: answers.length, sources: [...new Set(sources)] }
}

export function scenarioTable(words: string): string {
  const rows = scenariosWith(words).map(({ title, places, sources }) => [
    sentence(title),
    places === 0 ? 'No' : places === 1 ? 'Yes' : 'Yes, in each',
    sources.length === 0 ? '–' : sources.map((source) => ruleOf(source).label).join(', '),
  ])
  return table(['Situation', 'Active user', 'Source'], rows)
}
