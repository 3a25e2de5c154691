/** Makes a demo network on a server: answers at once, and is followed like an import. */
import { DEMO_DEFAULTS } from '#demo/plan'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'
import { requireRight } from '#services/asker'
import { checkInput, networkName, optional, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { importDemo } from '#services/imports/import-demo'
import { NO_NETWORK, type StartedRun, startRun } from '#services/imports/runs'
import { listNetworks } from '#services/networks/find'

export interface StartDemoOptions {
  /** Needed where there is a network already; a name that none has. */
  readonly name?: string
  /** 1 to {@link MOST_DEMO_LOCATIONS}; default 3. */
  readonly locations?: number
  /** 1 to {@link MOST_DEMO_CUSTOMERS}; default 240. */
  readonly customers?: number
  readonly seed?: number
}

/** So many are made within about a minute beside what else a server does. */
export const MOST_DEMO_LOCATIONS = 50
export const MOST_DEMO_CUSTOMERS = 50_000
export const MOST_DEMO_SEED = 2 ** 32 - 1

const INPUT = {
  name: optional(networkName),
  locations: optional(whole(1, MOST_DEMO_LOCATIONS)),
  customers: optional(whole(1, MOST_DEMO_CUSTOMERS)),
  seed: optional(whole(0, MOST_DEMO_SEED)),
}

/** @throws FORBIDDEN, INVALID_ARGUMENT, NETWORK_EXISTS */
export async function startDemo(context: Context, options: StartDemoOptions = {}): Promise<StartedRun> {
  const { name, ...asked } = checkInput(options, INPUT)
  requireRight(context.asker, 'networks.manage')
  await refuseTaken(context, name)
  const demo = {
    locations: asked.locations ?? DEMO_DEFAULTS.locations,
    customers: asked.customers ?? DEMO_DEFAULTS.customers,
    seed: asked.seed ?? DEMO_DEFAULTS.seed,
  }
  return startRun(context, { kind: 'demo', networkId: NO_NETWORK }, (onProgress) =>
    importDemo(context, demo, { onProgress, ...(name !== undefined && { networkName: name }) }),
  )
}

/** Nobody's records may be mixed with invented ones. */
async function refuseTaken({ database, asker }: Context, name: string | undefined): Promise<void> {
  const networks = await listNetworks(database, asker)
  if (name === undefined && networks.length > 0) {
    throw new HeadcountError('NETWORK_EXISTS', 'There is a network here already. Nothing was made.')
  }
  if (networks.every((network) => network.name !== name)) return
  throw new HeadcountError(
    'NETWORK_EXISTS',
    `There is a network called ${quoted(name ?? '')} already. Nothing was made.`,
  )
}
