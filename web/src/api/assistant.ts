/** Questions to the assistant, and the operator's own conversations with it. */
import { queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Problem, RequestFailed, type Schemas, unreachable } from './client'
import { eventsOf } from './events'

export type Answer = Schemas['Answer']
export type AnswerPart = Schemas['AnswerPart']
export type AnswerSegment = Schemas['AnswerSegment']
export type ConversationListed = Schemas['ConversationListed']

export const conversationsQuery = queryOptions({
  queryKey: ['assistant', 'conversations'],
  queryFn: async () => (await answerOf(client.GET('/api/v1/assistant/conversations'))).conversations,
})

export function conversationQuery(conversation: number) {
  return queryOptions({
    queryKey: ['assistant', 'conversation', conversation],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/assistant/conversations/{conversation}', { params: { path: { conversation } } }),
      ),
  })
}

export interface Asked {
  readonly question: string
  readonly conversationId?: number
  readonly locationId?: number
}

export type Answered = Schemas['Answered']

export interface Listener {
  readonly onPart: (part: AnswerPart) => void
  /** What was heard does not hold. */
  readonly onRestart: () => void
}

/** @throws RequestFailed also where the answer breaks off: what was heard of it is not kept */
export async function ask(body: Asked, { onPart, onRestart }: Listener): Promise<Answered> {
  const headers = { accept: 'text/event-stream' }
  const request = client.POST('/api/v1/assistant/questions', { body, headers, parseAs: 'stream' })
  const stream = (await answerOf(request)) as unknown as ReadableStream<Uint8Array>
  try {
    for await (const { name, data } of eventsOf(stream)) {
      if (name === 'part') onPart(data as AnswerPart)
      else if (name === 'restart') onRestart()
      else if (name === 'problem') throw new RequestFailed(data as Problem)
      else if (name === 'done') return data as Answered
    }
  } catch (error) {
    if (error instanceof RequestFailed) throw error
  }
  throw new RequestFailed(unreachable())
}

/** What answers, and where it is sent to. */
export const assistantQuery = queryOptions({
  queryKey: ['assistant', 'described'],
  queryFn: () => answerOf(client.GET('/api/v1/assistant')),
  staleTime: Number.POSITIVE_INFINITY,
})

export function deleteConversation(conversation: number) {
  return answerOf(
    client.DELETE('/api/v1/assistant/conversations/{conversation}', { params: { path: { conversation } } }),
  )
}
