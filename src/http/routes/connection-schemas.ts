/** The shapes of connections and syncs: none of them has a place for what is secret. */
import { z } from 'zod'
import { ImportReport, RecordProblems } from '#http/routes/imports'
import { Instant, listOf } from '#http/schemas'
import { LONGEST_NETWORK_NAME } from '#services/check-input'
import { DEFAULT_BASE_URL } from '#services/connections/address'
import { MOST_EVERY_MINUTES } from '#services/connections/connect'
import { ACCOUNT_KINDS, RECORDS_READ } from '#services/connections/kinds'
import { SYNC_STATES } from '#services/connections/sync-runs'

const LONGEST = 500
const Kind = z.enum(RECORDS_READ)

export const CredentialsBody = z.strictObject({
  kind: z
    .enum(ACCOUNT_KINDS)
    .describe(
      'password: e-mail and password. token: with a code, only tokens are kept. basic: sent each time.',
    ),
  email: z.string().min(1).max(LONGEST),
  password: z.string().min(1).max(LONGEST),
  code: z.string().min(1).max(20).optional().describe('Of the second factor.'),
})

export const ConnectBody = CredentialsBody.extend({
  baseUrl: z.string().min(1).max(LONGEST).optional().describe(`Default ${DEFAULT_BASE_URL}.`),
  networkName: z.string().min(1).max(LONGEST_NETWORK_NAME).optional(),
  webhookSecret: z.string().min(1).max(LONGEST).optional(),
  syncEveryMinutes: z.int().min(0).max(MOST_EVERY_MINUTES).optional().describe('0 for never; default 15.'),
})

const Missing = listOf(z.object({ kind: Kind, roles: listOf(z.string()) }))

export const AccountCheck = z
  .object({
    network: z.string(),
    readable: listOf(Kind),
    missing: Missing.describe('What the account may not read, and the roles that it lacks.'),
    locations: listOf(z.object({ externalId: z.string(), name: z.string() })),
  })
  .meta({ id: 'AccountCheck' })

export const Connection = z
  .object({
    connectionId: z.int(),
    networkId: z.int(),
    network: z.string(),
    baseUrl: z.string(),
    account: z.string().describe('The e-mail that it signs in with.'),
    credentialKind: z.enum(ACCOUNT_KINDS),
    hasWebhookSecret: z.boolean(),
    check: z.object({ readable: listOf(Kind), missing: Missing }),
    checkedAt: Instant,
    locations: listOf(z.object({ externalId: z.string(), name: z.string(), isOn: z.boolean() })),
    syncEveryMinutes: z.int(),
    syncedAt: Instant.nullable(),
    waitingWebhooks: z.int(),
    createdAt: Instant,
  })
  .meta({ id: 'Connection' })

const SyncReport = z.object({
  isFull: z.boolean(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  notUnderstood: z.int().describe('Records that could not be used.'),
  problems: RecordProblems.describe(
    'The first 1,000 of those that have no id; `imported.problems` tells of the others.',
  ),
  requests: z.int(),
  throttled: z.int(),
  durationMs: z.number(),
  imported: ImportReport.nullable(),
})

export const SyncRun = z
  .object({
    runId: z.int(),
    connectionId: z.int(),
    networkId: z.int(),
    isFull: z.boolean(),
    state: z.enum(SYNC_STATES),
    progress: z
      .object({
        kind: Kind.nullable().describe('What is read just now; null while records are brought in.'),
        read: z.int(),
        total: z.int().nullable(),
        requests: z.int(),
        throttled: z.int(),
      })
      .nullable(),
    report: SyncReport.nullable(),
    problem: z.object({ code: z.string(), message: z.string(), next: z.string() }).nullable(),
    startedAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'SyncRun' })
