/** Connects an account: it is asked what it shows before anything of it is kept. */
import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { NexudusClient } from '#connectors/nexudus/client/client'
import {
  CREDENTIAL_KINDS,
  type CredentialKind,
  type Credentials,
  type Tokens,
} from '#connectors/nexudus/client/credentials'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { requireRight, requireRightSomewhere } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, networkName, oneOf, optional, text, whole } from '#services/check-input'
import { baseUrl, DEFAULT_BASE_URL } from '#services/connections/address'
import { type AccountCheck, type CheckedAccount, checkAccount } from '#services/connections/check'
import { type Connection, connectionOf, findConnection } from '#services/connections/rows'
import { seal } from '#services/connections/sealing'
import type { Context } from '#services/context'
import { findImportNetwork } from '#services/imports/find-network'

export interface CredentialsGiven {
  readonly kind: CredentialKind
  readonly email: string
  readonly password: string
  /** Of the second factor; with it only tokens are kept, never the password. */
  readonly code?: string
}

export interface CheckAccountOptions extends CredentialsGiven {
  /** Default the public one. */
  readonly baseUrl?: string
}

export interface ConnectOptions extends CheckAccountOptions {
  /** A name for a network that is not here yet; default the one that the account tells. */
  readonly networkName?: string
  /** Secret that signs webhooks. */
  readonly webhookSecret?: string
  /** 0 for never by schedule; default 15. */
  readonly syncEveryMinutes?: number
}

export const DEFAULT_EVERY_MINUTES = 15
export const MOST_EVERY_MINUTES = 10_080

export const CREDENTIALS_INPUT = {
  kind: oneOf(CREDENTIAL_KINDS),
  email: text,
  password: text,
  code: optional(text),
}
const CHECK_INPUT = { ...CREDENTIALS_INPUT, baseUrl: optional(text) }
const CONNECT_INPUT = {
  ...CHECK_INPUT,
  networkName: optional(networkName),
  webhookSecret: optional(text),
  syncEveryMinutes: optional(whole(0, MOST_EVERY_MINUTES)),
}

/** What an account shows; nothing is kept. @throws FORBIDDEN, CONNECTION_* */
export async function checkNewAccount(
  context: Context,
  options: CheckAccountOptions,
): Promise<AccountCheck & { readonly network: string }> {
  const given = checkInput(options, CHECK_INPUT)
  requireRightSomewhere(context.asker, 'connections.manage')
  const { check, network } = await openAccount(context, given, baseUrl(given.baseUrl ?? DEFAULT_BASE_URL))
  return { ...check, network: network.name }
}

/** @throws FORBIDDEN, CONNECTION_*, NETWORK_AMBIGUOUS, SECRET_UNUSABLE */
export async function connectAccount(context: Context, options: ConnectOptions): Promise<Connection> {
  const given = checkInput(options, CONNECT_INPUT)
  requireRightSomewhere(context.asker, 'connections.manage')
  const address = baseUrl(given.baseUrl ?? DEFAULT_BASE_URL)
  const opened = await openAccount(context, given, address)
  return context.database.transaction(async (session) => {
    const networkId = await networkFor(context, session, opened, given.networkName)
    await refuseSecond(session, networkId, address)
    const connectionId = await nextId(session)
    const sealed = await seal(
      context,
      { networkId, connectionId, what: 'credentials' },
      JSON.stringify(opened.credentials),
    )
    const secret =
      given.webhookSecret === undefined
        ? null
        : await seal(context, { networkId, connectionId, what: 'webhook secret' }, given.webhookSecret)
    const { now } = context
    await session.query(sql`
      insert into connections (
        network_id, connection_id, origin, base_url, account, credential_kind, credentials, webhook_secret,
        check_result, checked_at, sync_every_minutes, created_at
      )
      values (
        ${networkId}::int, ${connectionId}::int, 'nexudus', ${address}::text, ${given.email}::text,
        ${opened.credentials.kind}::text, ${sealed}::text, ${secret}::text,
        ${JSON.stringify(opened.check)}::jsonb, ${now()}::timestamptz,
        ${given.syncEveryMinutes ?? DEFAULT_EVERY_MINUTES}::int, ${now()}::timestamptz
      )`)
    await keepLocations(session, networkId, connectionId, opened.check.locations)
    await writeAudit(session, context, {
      action: 'connection.add',
      networkId,
      subject: { connectionId },
      after: {
        baseUrl: address,
        credentialKind: opened.credentials.kind,
        locations: opened.check.locations.length,
      },
    })
    return connectionOf(await findConnection(context, session, connectionId))
  })
}

export interface OpenedAccount extends CheckedAccount {
  readonly credentials: Credentials
}

/** Signs in and looks around. */
export async function openAccount(
  { now }: Pick<Context, 'now'>,
  { kind, email, password, code }: Omit<CredentialsGiven, 'code'> & { readonly code?: string | undefined },
  address: string,
  signal?: AbortSignal,
): Promise<OpenedAccount & { readonly client: NexudusClient }> {
  const clientId = `headcount-${randomBytes(9).toString('base64url')}`
  const usesToken = kind === 'token' || (kind === 'password' && code !== undefined)
  const base: Credentials = {
    kind: usesToken ? 'token' : kind,
    email: email.trim(),
    password,
    clientId,
    tokens: null,
  }
  let tokens: Tokens | null = null
  const client = new NexudusClient({
    baseUrl: address,
    credentials: base,
    now: () => now().getTime(),
    signal,
    onTokens: async (given) => {
      tokens = given
    },
  })
  await client.signIn(code)
  const checked = await checkAccount(client)
  // the password of an account with a second factor opens nothing by itself
  return { ...checked, client, credentials: { ...base, password: usesToken ? '' : password, tokens } }
}

async function networkFor(
  context: Context,
  session: Session,
  { network }: CheckedAccount,
  name: string | undefined,
): Promise<number> {
  const found = await findImportNetwork(session, context.asker, 'nexudus', network, name)
  const { networkId, externalId } = found
  requireRight(context.asker, 'connections.manage', { networkId })
  if (!found.isNew) return networkId
  await session.query(sql`
    insert into networks (network_id, origin, external_id, name)
    values (${networkId}::int, 'nexudus', ${externalId}::text, ${found.name}::text)`)
  await writeAudit(session, context, {
    action: 'network.add',
    networkId,
    subject: { externalId },
    after: { name: found.name },
  })
  return networkId
}

async function refuseSecond(session: Session, networkId: number, address: string): Promise<void> {
  const known = await session.query(sql`
    select from connections
    where network_id = ${networkId}::int and base_url = ${address}::text`)
  if (known.length > 0) {
    throw new HeadcountError('CONNECTION_EXISTS', 'This account is connected already.')
  }
}

async function nextId(session: Session): Promise<number> {
  const [row] = await session.query<{ id: number }>(sql`select nextval('connection_ids')::int as id`)
  if (row === undefined) throw new Error('sequence connection_ids gave no number')
  return row.id
}

/** New ones are on; what was switched before stays as it is. */
export async function keepLocations(
  session: Session,
  networkId: number,
  connectionId: number,
  locations: AccountCheck['locations'],
): Promise<void> {
  await session.query(sql`
    insert into connection_locations as known (network_id, connection_id, external_id, name, is_on)
    select ${networkId}::int, ${connectionId}::int, seen."externalId", seen.name, true
    from jsonb_to_recordset(${JSON.stringify(locations)}::jsonb) seen ("externalId" text, name text)
    on conflict (network_id, connection_id, external_id) do update
    set name = excluded.name
    where known.name <> excluded.name`)
}
