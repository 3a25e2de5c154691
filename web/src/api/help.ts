/** The help centre: articles, what to search in, what readers say. */
import { queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type ArticleTitle = Schemas['ArticleTitle']
export type Article = Schemas['Article']
export type Passage = Schemas['Passage']
export type HelpReport = Schemas['HelpReport']

/** Articles change with the program alone. */
const KEPT = { staleTime: Number.POSITIVE_INFINITY } as const

export const articlesQuery = queryOptions({
  queryKey: ['help', 'articles'],
  queryFn: async () => (await answerOf(client.GET('/api/v1/help/articles'))).articles,
  ...KEPT,
})

export function articleQuery(article: string) {
  return queryOptions({
    queryKey: ['help', 'article', article],
    queryFn: () => answerOf(client.GET('/api/v1/help/articles/{article}', { params: { path: { article } } })),
    ...KEPT,
  })
}

export const passagesQuery = queryOptions({
  queryKey: ['help', 'passages'],
  queryFn: async () => (await answerOf(client.GET('/api/v1/help/passages'))).passages,
  ...KEPT,
})

export function ownFeedbackQuery(article: string) {
  return queryOptions({
    queryKey: ['help', 'feedback', article],
    queryFn: async () =>
      (
        await answerOf(
          client.GET('/api/v1/help/articles/{article}/feedback', { params: { path: { article } } }),
        )
      ).feedback,
  })
}

export interface FeedbackGiven {
  readonly isHelpful: boolean
  readonly comment?: string
}

export async function giveFeedback(article: string, body: FeedbackGiven) {
  const request = client.PUT('/api/v1/help/articles/{article}/feedback', {
    params: { path: { article } },
    body,
  })
  return (await answerOf(request)).feedback
}

export function noteSearch(search: string) {
  return answerOf(client.POST('/api/v1/help/misses', { body: { search } }))
}

export const helpReportQuery = queryOptions({
  queryKey: ['help', 'report'],
  queryFn: () => answerOf(client.GET('/api/v1/help/report')),
})
