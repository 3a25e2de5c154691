/** The client of a kept connection: its credentials are opened for it, and new tokens are sealed at once. */
import sql from 'sql-template-tag'
import { z } from 'zod'
import { NexudusClient } from '#connectors/nexudus/client/client'
import { CREDENTIAL_KINDS, type Credentials } from '#connectors/nexudus/client/credentials'
import type { ConnectionRow } from '#services/connections/rows'
import { seal, unseal } from '#services/connections/sealing'
import type { Context } from '#services/context'

const Kept = z.object({
  kind: z.enum(CREDENTIAL_KINDS),
  email: z.string(),
  password: z.string(),
  clientId: z.string(),
  tokens: z.object({ access: z.string(), refresh: z.string().nullable(), expiresAt: z.number() }).nullable(),
})

/** @throws CONNECTION_SEALED */
export async function openClient(
  context: Context,
  row: ConnectionRow,
  signal?: AbortSignal,
): Promise<NexudusClient> {
  const place = {
    networkId: row.network_id,
    connectionId: row.connection_id,
    what: 'credentials',
  } as const
  const opened = async (sealed: string): Promise<Credentials> =>
    Kept.parse(JSON.parse(await unseal(context, place, sealed)))
  const credentials = await opened(row.credentials)
  return new NexudusClient({
    baseUrl: row.base_url,
    credentials,
    now: () => context.now().getTime(),
    signal,
    onTokens: (tokens) =>
      context.database.transaction(async (session) => {
        const connection = sql`network_id = ${row.network_id}::int and connection_id = ${row.connection_id}::int`
        const [kept] = await session.query<{ credentials: string }>(sql`
          select credentials from connections where ${connection} for update`)
        // removed meanwhile, or entered anew, of which these tokens are not
        if (kept === undefined || (await opened(kept.credentials)).clientId !== credentials.clientId) return
        const sealed = await seal(context, place, JSON.stringify({ ...credentials, tokens }))
        await session.query(sql`update connections set credentials = ${sealed}::text where ${connection}`)
      }),
  })
}
