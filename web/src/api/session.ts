/** Who is signed in, and what he may do. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

type Account = Schemas['OwnAccount']

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => answerOf(client.GET('/api/v1/account')),
  staleTime: 60_000,
  meta: { asksWhoIsSignedIn: true },
})

export const firstOperatorQuery = queryOptions({
  queryKey: ['first-operator'],
  queryFn: () => answerOf(client.GET('/api/v1/first-operator')),
})

export function useAccount(): Account {
  return useSuspenseQuery(accountQuery).data
}
