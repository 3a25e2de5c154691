import { queryOptions } from '@tanstack/react-query'
import { answerOf, client } from './client'

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => answerOf(client.GET('/api/v1/rules')),
  staleTime: Number.POSITIVE_INFINITY,
})
