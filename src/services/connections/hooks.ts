/** Webhooks of an account: what is to be registered or switched on again, and doing it. */
import type { NexudusClient } from '#connectors/nexudus/client/client'
import { pagesOf } from '#connectors/nexudus/client/pages'
import { HOOK_ACTIONS } from '#connectors/nexudus/client/webhooks'
import { parseBoolean } from '#connectors/read-fields'
import { HeadcountError } from '#errors'
import { requireRightSomewhere } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, flag, text } from '#services/check-input'
import { connectionNumber } from '#services/connections/change'
import { openClient } from '#services/connections/open-client'
import { type ConnectionRow, findConnection } from '#services/connections/rows'
import type { Context } from '#services/context'

export interface PlanHooksOptions {
  readonly connection: number
  /** Address under which the account reaches this server, such as https://headcount.example.com. */
  readonly publicUrl: string
  /** False only tells what would be done. */
  readonly apply: boolean
}

export interface HookStep {
  readonly location: string
  readonly action: string
  readonly url: string
  readonly step: 'register' | 'enable' | 'keep'
  /** Why the account switched it off. */
  readonly lastError: string | null
}

const WEBHOOKS = { path: 'sys/webhooks' } as const

/** @throws CONNECTION_NOT_FOUND, WEBHOOK_REFUSED where no secret is kept, CONNECTION_* */
export async function registerHooks(
  context: Context,
  options: PlanHooksOptions,
): Promise<readonly HookStep[]> {
  const { connection, publicUrl, apply } = checkInput(options, {
    connection: connectionNumber,
    publicUrl: text,
    apply: flag,
  })
  requireRightSomewhere(context.asker, 'connections.manage')
  const row = await findConnection(context, context.database, connection)
  if (row.webhook_secret === null) {
    throw new HeadcountError(
      'WEBHOOK_REFUSED',
      'No shared secret is kept, so every webhook would be refused.',
    )
  }
  const client = await openClient(context, row)
  const planned = plan(row, publicUrl.replace(/\/+$/, ''), await registered(client))
  if (!apply) return planned.map(({ step }) => step)
  for (const one of planned) await carryOut(client, one)
  await context.database.transaction((session) =>
    writeAudit(session, context, {
      action: 'connection.register_webhooks',
      networkId: row.network_id,
      subject: { connectionId: row.connection_id },
      after: {
        registered: planned.filter(({ step }) => step.step === 'register').length,
        enabled: planned.filter(({ step }) => step.step === 'enable').length,
      },
    }),
  )
  return planned.map(({ step }) => step)
}

type Hook = Readonly<Record<string, unknown>> & { readonly Id: number }

async function registered(client: NexudusClient): Promise<Hook[]> {
  const hooks: Hook[] = []
  for await (const { records } of pagesOf(client, WEBHOOKS)) hooks.push(...records)
  return hooks
}

interface Planned {
  readonly step: HookStep
  readonly record: object
  /** The one that is there. */
  readonly id: number | null
}

function plan(row: ConnectionRow, publicUrl: string, hooks: readonly Hook[]): Planned[] {
  return row.locations
    .filter(({ isOn }) => isOn)
    .flatMap(({ externalId, name }) =>
      HOOK_ACTIONS.map((action) => {
        const url = `${publicUrl}/hooks/nexudus/${row.connection_id}/${action.action}`
        const known = hooks.find(
          (hook) =>
            String(hook.BusinessId) === externalId &&
            Number(hook.Action) === action.action &&
            hook.URL === url,
        )
        const isOff = known !== undefined && parseBoolean(known.Active) === false
        return {
          id: known?.Id ?? null,
          record: {
            ...{ BusinessId: Number(externalId), Name: `Headcount ${action.name}` },
            ...{ Action: action.action, URL: url, Active: true },
          },
          step: {
            ...{ location: name, action: action.name, url },
            step: known === undefined ? 'register' : isOff ? 'enable' : 'keep',
            lastError: typeof known?.LastError === 'string' ? known.LastError : null,
          },
        } satisfies Planned
      }),
    )
}

/** A record is written whole, as it is read by its id. */
async function carryOut(client: NexudusClient, { step, record, id }: Planned): Promise<void> {
  if (step.step === 'register') await client.create(WEBHOOKS, record)
  if (step.step !== 'enable' || id === null) return
  const whole = await client.byId(WEBHOOKS, id)
  if (whole !== null) await client.update(WEBHOOKS, { ...whole, Active: true })
}
