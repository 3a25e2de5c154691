/** The tools that a language model may call in one turn; what they tell is noted, so that the answer can be held to it. */
import type { ToolSet } from 'ai'
import { z } from 'zod'
import type { PassageFound, PassageSearch } from '#assistant/articles/search'
import type { Turn } from '#assistant/model/check'
import type { ConnectedModel } from '#assistant/model/connect'
import { noteAnswer } from '#assistant/model/evidence'
import { readNumbers } from '#assistant/model/numbers'
import { inWords, isObject, shortened } from '#assistant/model/told'
import { type Tool, tool } from '#assistant/tools/tool'
import { TOOLS } from '#assistant/tools/tools'
import { HeadcountError } from '#errors'
import type { Headcount } from '#services/headcount'

export interface OpenTurn extends Turn {
  readonly passages: Map<string, PassageFound>
}

interface Parts {
  readonly verbs: Headcount
  readonly search: PassageSearch
  readonly turn: OpenTurn
  /** Told of faults of ours, whose text the model never sees. */
  readonly onFault: (error: unknown) => void
}

const MOST_PASSAGES = 4

export function toolsFor(sdk: ConnectedModel['sdk'], parts: Parts): ToolSet {
  const question = new Set(readNumbers(parts.turn.question).flatMap(({ readings }) => readings))
  const all = [...TOOLS, searchTool(parts)]
  return Object.fromEntries(
    all.map((one) => [
      one.name,
      sdk.tool({
        description: one.description,
        // without a check of its own, so that wrong input is told with our codes and next steps
        inputSchema: sdk.jsonSchema(schemaOf(one)),
        execute: (input: unknown) => call(one, input, parts, question),
      }),
    ]),
  )
}

const schemas = new Map<string, object>()

/** Made once: a turn has no time for it. */
function schemaOf({ name, input }: Tool): object {
  const made = schemas.get(name) ?? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  schemas.set(name, made)
  return made
}

/** What fails is told to the model, which may call otherwise. */
async function call(
  one: Tool,
  given: unknown,
  { verbs, turn, onFault }: Parts,
  question: ReadonlySet<string>,
): Promise<unknown> {
  try {
    const answer = shortened(await one.call(verbs, given))
    const input = isObject(given) ? given : {}
    if (one.name !== SEARCH) noteAnswer(turn.evidence, { tool: one.name, input }, answer, question)
    return inWords(answer)
  } catch (error) {
    if (error instanceof HeadcountError) return { error: `${error.code}: ${error.message}`, next: error.next }
    onFault(error)
    return { error: 'INTERNAL: Something went wrong inside Headcount.' }
  }
}

const SEARCH = 'search_help'

function searchTool({ search, turn }: Parts): Tool {
  return tool({
    name: SEARCH,
    title: 'Search the help',
    description:
      'Passages of the help centre, in English, each with its mark. Whatever you say about rules or how to do something must come from one.',
    input: z.strictObject({ query: z.string().min(1).max(300).describe('In English.') }),
    run: async (_, { query }) => {
      const found = await search.find(query, MOST_PASSAGES)
      return {
        passages: found.map((passage) => ({ mark: markOf(passage, turn.passages), ...told(passage) })),
      }
    },
  })
}

function told({ article, heading, text }: PassageFound) {
  return { article, heading, text }
}

/** The same passage keeps its mark. */
function markOf(passage: PassageFound, passages: Map<string, PassageFound>): string {
  for (const [mark, { href, text }] of passages)
    if (href === passage.href && text === passage.text) return mark
  const mark = `p${passages.size + 1}`
  passages.set(mark, passage)
  return mark
}
