/** Questions to the assistant, and the operator's own conversations with it. */
import { queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

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

/** Not as a stream, so that an answer of which a part is missing is never shown. */
export async function ask(body: Asked): Promise<Answered> {
  const headers = { accept: 'application/json' }
  const answered = await answerOf(client.POST('/api/v1/assistant/questions', { body, headers }))
  return answered as Answered
}

export function deleteConversation(conversation: number) {
  return answerOf(
    client.DELETE('/api/v1/assistant/conversations/{conversation}', { params: { path: { conversation } } }),
  )
}
