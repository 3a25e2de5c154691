/** Who is signed in, and what he may do. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type Account = Schemas['OwnAccount']
export type Right = Schemas['Right']

/** Of a question that may be asked before it is known whether somebody is signed in. */
export const BEFORE_SIGN_IN = { meta: { asksWhoIsSignedIn: true } } as const

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => answerOf(client.GET('/api/v1/account')),
  staleTime: 60_000,
  ...BEFORE_SIGN_IN,
})

/** Whether the server has said that nobody is signed in; forgotten with everything else when somebody does. */
export const nobodyQuery = queryOptions({
  queryKey: ['nobody'],
  queryFn: () => false,
})

export const firstOperatorQuery = queryOptions({
  queryKey: ['first-operator'],
  queryFn: () => answerOf(client.GET('/api/v1/first-operator')),
})

export function useAccount(): Account {
  return useSuspenseQuery(accountQuery).data
}

/** Whether he has the right in this network; without one, in any. */
export function may(account: Account, right: Right, networkId?: number): boolean {
  if (account.isPlatform) return true
  if (right === 'networks.manage') return false
  return account.roles.some(
    (role) => (networkId === undefined || role.networkId === networkId) && role.rights.includes(right),
  )
}
