import type { EngineName } from '#database/database'

/** How one engine differs from the others, where code above the drivers must know. */
export interface EngineTraits {
  /** A checkpointer bounds the write-ahead log by itself. */
  readonly hasBackgroundCheckpoint: boolean
  /** A loading table can take the place of the live one by renaming. Distributed tables cannot. */
  readonly canSwapTable: boolean
  /** A cluster: networks are spread over its nodes, and a statement about one runs on its node. */
  readonly spreadsNetworks: boolean
}

export const ENGINE_TRAITS = {
  pglite: { hasBackgroundCheckpoint: false, canSwapTable: true, spreadsNetworks: false },
  postgresql: { hasBackgroundCheckpoint: true, canSwapTable: true, spreadsNetworks: false },
  citus: { hasBackgroundCheckpoint: true, canSwapTable: false, spreadsNetworks: true },
} as const satisfies Record<EngineName, EngineTraits>
