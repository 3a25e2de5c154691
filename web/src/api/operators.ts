/** Operators, their invitations, and what they did. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type Operator = Schemas['Operator']
export type Invitation = Schemas['Invitation']
export type AuditEntry = Schemas['AuditEntry']

export const operatorsQuery = queryOptions({
  queryKey: ['operators'],
  queryFn: async () => (await answerOf(client.GET('/api/v1/operators'))).operators,
})

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async () => (await answerOf(client.GET('/api/v1/invitations'))).invitations,
})

const AUDIT_PAGE = 50

/** Of a network, or of what belongs to none. */
export function auditQuery(network: number | 'platform' | undefined) {
  return infiniteQueryOptions({
    queryKey: ['audit', network],
    queryFn: ({ pageParam }) => {
      const query = { limit: AUDIT_PAGE, ...(pageParam !== undefined && { before: pageParam }) }
      return answerOf(
        network === 'platform'
          ? client.GET('/api/v1/audit-entries', { params: { query } })
          : client.GET('/api/v1/networks/{network}/audit-entries', {
              params: { path: { network: String(network) }, query },
            }),
      )
    },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ nextBefore }) => nextBefore ?? undefined,
    enabled: network !== undefined,
  })
}
