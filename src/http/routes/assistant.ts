/** Questions to the assistant, and the operator's conversations with it. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Answer as AnswerGiven, INTENTS, LANGUAGES, plainText } from '#assistant/answer'
import { DEAF, type Listener, LONGEST_QUESTION, type Question } from '#assistant/ask'
import type { EarlierTurn } from '#assistant/model/converse'
import type { Topic } from '#assistant/understanding/topic'
import { askerOf, type VerbsFor } from '#http/access'
import { sendAnswerEvents } from '#http/answer-events'
import { Instant, listOf, OurNumber } from '#http/schemas'
import { given } from '#lib/given'
import type { Conversation as ConversationKept } from '#services/assistant/conversations'
import type { Headcount } from '#services/headcount'

/** Answers as of now. */
export type AnswerQuestion = (
  question: Question,
  verbs: Headcount,
  listener: Listener,
) => Promise<AnswerGiven>

export type ModelTold = z.infer<typeof Model>

const Model = z
  .object({
    name: z.string(),
    host: z.string().describe('Where questions, and what is looked up for them, are sent.'),
  })
  .meta({ id: 'LanguageModel' })

const Segment = z
  .object({
    text: z.string(),
    href: z.string().optional().describe('A view of the panel that shows it.'),
    value: z.number().optional().describe('Of a figure; of money, in whole minor units.'),
    verb: z.string().optional().describe('The verb that told it.'),
  })
  .meta({ id: 'AnswerSegment' })

const Part = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('sentence'), segments: listOf(Segment) }),
    z.object({ kind: z.literal('list'), items: listOf(listOf(Segment)) }),
    z.object({
      kind: z.literal('passages'),
      passages: listOf(
        z.object({
          slug: z.string(),
          anchor: z.string(),
          article: z.string(),
          heading: z.string(),
          text: z.string(),
          href: z.string(),
        }),
      ),
    }),
    z.object({ kind: z.literal('action'), label: z.string(), href: z.string() }),
    z.object({
      kind: z.literal('choices'),
      choices: listOf(z.object({ label: z.string(), question: z.string() })),
    }),
  ])
  .meta({ id: 'AnswerPart' })

const Answer = z
  .object({
    language: z.enum(LANGUAGES),
    intent: z.enum(INTENTS),
    isAnswered: z.boolean().describe('False where it refuses, asks back, or does not know.'),
    by: z.enum(['local', 'model']),
    parts: listOf(Part),
  })
  .meta({ id: 'Answer' })

const Answered = z.object({ conversationId: z.int(), answer: Answer }).meta({ id: 'Answered' })

const Listed = z
  .object({
    conversationId: z.int(),
    title: z.string(),
    startedAt: Instant,
    askedAt: Instant,
    turns: z.int(),
  })
  .meta({ id: 'ConversationListed' })

const Conversation = z
  .object({
    conversationId: z.int(),
    title: z.string(),
    startedAt: Instant,
    askedAt: Instant,
    turns: listOf(z.object({ question: z.string(), answer: Answer, askedAt: Instant })),
  })
  .meta({ id: 'Conversation' })

const tags = ['Assistant']
const own = { access: 'signed_in' } as const
const params = z.object({ conversation: OurNumber })

interface AssistantParts {
  readonly verbsFor: VerbsFor
  readonly answerQuestion: AnswerQuestion
  readonly model: ModelTold | null
}

export function assistantRoutes({ verbsFor, answerQuestion, model }: AssistantParts): FastifyPluginAsyncZod {
  return async (app) => {
    const closing = new AbortController()
    app.addHook('preClose', async () => closing.abort())
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    app.get(
      '/assistant',
      {
        config: own,
        schema: {
          operationId: 'describeAssistant',
          summary: 'What answers questions',
          tags,
          response: {
            200: z.object({
              model: Model.nullable().describe('Null: Headcount answers by itself, and sends nothing.'),
            }),
          },
        },
      },
      async () => ({ model }),
    )
    app.post(
      '/assistant/questions',
      {
        config: own,
        schema: {
          operationId: 'askAssistant',
          summary: 'Ask a question in your own words',
          description:
            'Answers with figures of the other operations and passages of the help, as far as you may see them; changes nothing. With `Accept: text/event-stream` the parts come as they are made as events `part`, then `done` with the whole; `restart` takes back the parts before it, `problem` ends an answer that failed.',
          tags,
          body: z.strictObject({
            question: z.string().trim().min(1).max(LONGEST_QUESTION),
            conversationId: z
              .int()
              .min(1)
              .max(2_147_483_647)
              .optional()
              .describe('Goes on with it; without one, a new one begins.'),
            locationId: z
              .int()
              .min(1)
              .max(2_147_483_647)
              .optional()
              .describe('The location that you look at.'),
            language: z.enum(LANGUAGES).optional().describe('Default that of the question.'),
          }),
          response: {
            200: {
              description: 'The answer, or the events that bring it.',
              content: {
                'application/json': { schema: Answered },
                'text/event-stream': { schema: z.string() },
              },
            },
          },
        },
      },
      async (request, reply) => {
        const verbs = verbsFor(askerOf(request))
        const { question, conversationId = null, ...options } = request.body
        const before = conversationId === null ? null : await verbs.getConversation(conversationId)
        const asked: Question = {
          ...{ text: question, door: 'http', ...given(options) },
          topic: (before?.topic ?? null) as Topic | null,
          earlier: (before?.turns ?? []).map(turnAsText),
        }
        const { signal } = closing
        const answerAndKeep = async (listener: Listener) => {
          const { topic, ...answer } = await answerQuestion(asked, verbs, listener)
          const kept = await verbs.keepTurn({ conversationId, question, answer, topic })
          return { conversationId: kept, answer }
        }
        if (/\btext\/event-stream\b/.test(request.headers.accept ?? ''))
          return sendAnswerEvents(reply, signal, answerAndKeep)
        return answerAndKeep({ ...DEAF, signal })
      },
    )
    app.get(
      '/assistant/conversations',
      {
        config: own,
        schema: {
          operationId: 'listConversations',
          summary: 'Your conversations, the newest first',
          tags,
          response: { 200: z.object({ conversations: listOf(Listed) }) },
        },
      },
      async (request) => ({ conversations: await verbsFor(askerOf(request)).listConversations() }),
    )
    app.get(
      '/assistant/conversations/:conversation',
      {
        config: own,
        schema: {
          operationId: 'getConversation',
          summary: 'One of your conversations',
          tags,
          params,
          response: { 200: Conversation },
        },
      },
      async (request) => {
        const { topic: _, ...conversation } = await verbsFor(askerOf(request)).getConversation(
          request.params.conversation,
        )
        return conversation as z.infer<typeof Conversation>
      },
    )
    app.delete(
      '/assistant/conversations/:conversation',
      {
        config: own,
        schema: {
          operationId: 'deleteConversation',
          summary: 'Delete one of your conversations',
          tags,
          params,
          response: { 200: z.object({ isDeleted: z.boolean() }) },
        },
      },
      async (request) => {
        await verbsFor(askerOf(request)).deleteConversation(request.params.conversation)
        return { isDeleted: true }
      },
    )
  }
}

function turnAsText({ question, answer }: ConversationKept['turns'][number]): EarlierTurn {
  return { question, answer: plainText((answer as AnswerGiven).parts) }
}
