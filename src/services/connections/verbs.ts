/** The verbs of connections, bound to one database. */
import { applyWebhooks } from '#services/connections/apply-webhooks'
import {
  type ChangeConnectionOptions,
  changeConnection,
  disconnect,
  getConnection,
  listConnections,
  type ReenterOptions,
  reenterCredentials,
  type SwitchLocationOptions,
  switchLocation,
} from '#services/connections/change'
import type { AccountCheck } from '#services/connections/check'
import {
  type CheckAccountOptions,
  type ConnectOptions,
  checkNewAccount,
  connectAccount,
} from '#services/connections/connect'
import { syncDue } from '#services/connections/due'
import { type HookStep, type PlanHooksOptions, registerHooks } from '#services/connections/hooks'
import { type PullOptions, type PullReport, pullAccount } from '#services/connections/pull'
import { receiveWebhook, type WebhookReceived } from '#services/connections/receive-webhook'
import type { Connection } from '#services/connections/rows'
import { type StartedSync, type SyncOptions, startSync, sync } from '#services/connections/sync'
import { getSync, listSyncs, type SyncRun } from '#services/connections/sync-runs'
import type { Context } from '#services/context'

export interface ConnectionVerbs {
  /** Signs in to an account and tells what it shows; nothing is kept. */
  checkAccount(options: CheckAccountOptions): Promise<AccountCheck & { readonly network: string }>
  connectAccount(options: ConnectOptions): Promise<Connection>
  connections(): Promise<readonly Connection[]>
  connection(connectionId: number): Promise<Connection>
  changeConnection(options: ChangeConnectionOptions): Promise<Connection>
  reenterCredentials(options: ReenterOptions): Promise<Connection>
  switchLocation(options: SwitchLocationOptions): Promise<Connection>
  disconnect(connectionId: number): Promise<void>
  /** Begins a sync and answers at once. */
  startSync(options: SyncOptions): Promise<StartedSync>
  /** Syncs, and answers with the run as it ended. */
  sync(options: SyncOptions): Promise<SyncRun>
  syncRun(options: { readonly connection: number; readonly run: number }): Promise<SyncRun>
  syncRuns(options: { readonly connection: number; readonly limit?: number }): Promise<readonly SyncRun[]>
  /** Syncs what is due, and reads what webhooks told of. */
  syncDue(signal: AbortSignal): Promise<{ readonly synced: readonly number[]; readonly read: number }>
  /** Writes an export directory. */
  pullAccount(options: PullOptions): Promise<PullReport>
  receiveWebhook(received: WebhookReceived): Promise<boolean>
  /** Reads what webhooks told of. @returns how many records */
  applyWebhooks(options: { readonly connection: number }): Promise<number>
  /** Tells which webhooks are missing or off, and registers them. */
  registerHooks(options: PlanHooksOptions): Promise<readonly HookStep[]>
}

export function connectionVerbs(context: Context): ConnectionVerbs {
  return {
    checkAccount: (options) => checkNewAccount(context, options),
    connectAccount: (options) => connectAccount(context, options),
    connections: () => listConnections(context),
    connection: (connectionId) => getConnection(context, connectionId),
    changeConnection: (options) => changeConnection(context, options),
    reenterCredentials: (options) => reenterCredentials(context, options),
    switchLocation: (options) => switchLocation(context, options),
    disconnect: (connectionId) => disconnect(context, connectionId),
    startSync: (options) => startSync(context, options),
    sync: (options) => sync(context, options),
    syncRun: (options) => getSync(context, options),
    syncRuns: (options) => listSyncs(context, options),
    syncDue: (signal) => syncDue(context, signal),
    pullAccount: (options) => pullAccount(context, options),
    receiveWebhook: (received) => receiveWebhook(context, received),
    applyWebhooks: (options) => applyWebhooks(context, options),
    registerHooks: (options) => registerHooks(context, options),
  }
}
