/** Questions to the assistant, and the operator's conversations with it. */
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Answer as AnswerGiven, INTENTS, LANGUAGES } from '#assistant/answer'
import { LONGEST_QUESTION, type Question } from '#assistant/ask'
import type { Topic } from '#assistant/understanding/topic'
import { askerOf, type VerbsFor } from '#http/access'
import { Instant, listOf, OurNumber } from '#http/schemas'
import { given } from '#lib/given'
import type { Headcount } from '#services/headcount'

/** Answers as of now. */
export type AnswerQuestion = (question: Question, verbs: Headcount) => Promise<AnswerGiven>

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

export function assistantRoutes(verbsFor: VerbsFor, answerQuestion: AnswerQuestion): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    app.post(
      '/assistant/questions',
      {
        config: own,
        schema: {
          operationId: 'askAssistant',
          summary: 'Ask a question in your own words',
          description:
            'Answers with figures of the other operations and passages of the help, as far as you may see them; changes nothing. With `Accept: text/event-stream` the parts come one by one as events `part`, then `done` with the whole.',
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
        const topic = (before?.topic ?? null) as Topic | null
        const { topic: next, ...answer } = await answerQuestion(
          { text: question, topic, door: 'http', ...given(options) },
          verbs,
        )
        const kept = await verbs.keepTurn({ conversationId, question, answer, topic: next })
        if (!/\btext\/event-stream\b/.test(request.headers.accept ?? ''))
          return { conversationId: kept, answer }
        return stream(reply, { conversationId: kept, answer })
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

/** Part by part, so that a reader sees the beginning at once. */
function stream(reply: FastifyReply, { conversationId, answer }: z.infer<typeof Answered>): FastifyReply {
  const events = [
    ...answer.parts.map((part) => event('part', part)),
    event('done', { conversationId, answer }),
  ]
  return reply
    .header('content-type', 'text/event-stream')
    .serializer((text) => text as string)
    .send(events.join(''))
}

function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
