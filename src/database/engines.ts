import type { EngineName } from '#database/database'

/** How one engine differs from the others, where code above the drivers must know. */
export interface EngineTraits {
  /** A checkpointer bounds the write-ahead log by itself. */
  readonly hasBackgroundCheckpoint: boolean
  /** A loading table can take the place of the live one by renaming. Distributed tables cannot. */
  readonly canSwapTable: boolean
  /** A statement that names its network in every table runs on one node. */
  readonly routesByNetwork: boolean
}

export const ENGINE_TRAITS = {
  pglite: { hasBackgroundCheckpoint: false, canSwapTable: true, routesByNetwork: false },
  postgresql: { hasBackgroundCheckpoint: true, canSwapTable: true, routesByNetwork: false },
  citus: { hasBackgroundCheckpoint: true, canSwapTable: false, routesByNetwork: true },
} as const satisfies Record<EngineName, EngineTraits>
