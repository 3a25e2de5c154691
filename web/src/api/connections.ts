/** Connected accounts: what they are, what they show, and their syncs. */
import { queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type Connection = Schemas['Connection']
export type SyncRun = Schemas['SyncRun']
export type AccountCheck = Schemas['AccountCheck']

export interface CredentialsGiven {
  readonly kind: Connection['credentialKind']
  readonly email: string
  readonly password: string
  /** Of the second factor. */
  readonly code?: string
}

export interface AccountGiven extends CredentialsGiven {
  readonly baseUrl?: string
}

const RUNS_SHOWN = 5
const WHILE_RUNNING_MS = 700
/** A sync by schedule begins without anybody asking. */
const WHILE_RESTING_MS = 30_000

export function isUnderWay({ state }: SyncRun): boolean {
  return state === 'reading' || state === 'merging'
}

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: async () => (await answerOf(client.GET('/api/v1/connections'))).connections,
  refetchInterval: WHILE_RESTING_MS,
})

export function syncsQuery(connection: number) {
  return queryOptions({
    queryKey: ['syncs', connection],
    queryFn: async () =>
      (
        await answerOf(
          client.GET('/api/v1/connections/{connection}/syncs', {
            params: { path: { connection }, query: { limit: RUNS_SHOWN } },
          }),
        )
      ).syncs,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? WHILE_RUNNING_MS : WHILE_RESTING_MS),
  })
}

/** @throws RequestFailed */
export function checkAccount(body: AccountGiven): Promise<AccountCheck> {
  return answerOf(client.POST('/api/v1/connection-checks', { body }))
}

/** @throws RequestFailed */
export function connectAccount(
  body: AccountGiven & { readonly webhookSecret?: string },
): Promise<Connection> {
  return answerOf(client.POST('/api/v1/connections', { body }))
}

/** @throws RequestFailed */
export function reenterCredentials(connection: number, body: CredentialsGiven): Promise<Connection> {
  return answerOf(
    client.PUT('/api/v1/connections/{connection}/credentials', { params: { path: { connection } }, body }),
  )
}

/** @throws RequestFailed */
export function setSchedule(connection: number, syncEveryMinutes: number): Promise<Connection> {
  return answerOf(
    client.PATCH('/api/v1/connections/{connection}', {
      params: { path: { connection } },
      body: { syncEveryMinutes },
    }),
  )
}

/** @throws RequestFailed */
export function switchLocation(connection: number, location: string, isOn: boolean): Promise<Connection> {
  return answerOf(
    client.PUT('/api/v1/connections/{connection}/locations/{location}', {
      params: { path: { connection, location } },
      body: { isOn },
    }),
  )
}

/** @throws RequestFailed */
export function startSync(connection: number, full: boolean): Promise<SyncRun> {
  return answerOf(
    client.POST('/api/v1/connections/{connection}/syncs', {
      params: { path: { connection } },
      body: full ? { full } : {},
    }),
  )
}

/** @throws RequestFailed */
export async function disconnect(connection: number): Promise<void> {
  await answerOf(client.DELETE('/api/v1/connections/{connection}', { params: { path: { connection } } }))
}
