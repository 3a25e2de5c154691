import type { EngineName } from '#database/database'

/** How one engine differs from the others, in words that code above the drivers may ask about. */
export interface EngineTraits {
  readonly label: string
  /** Every statement waits for the one before it, whoever sent it. */
  readonly isSingleConnection: boolean
  /** Autovacuum and autoanalyze run by themselves. */
  readonly hasBackgroundVacuum: boolean
  /** A checkpointer bounds the write-ahead log by itself. */
  readonly hasBackgroundCheckpoint: boolean
  /** A loading table can take the place of the live one by renaming. Distributed tables cannot. */
  readonly canSwapTable: boolean
}

/** Every difference between the engines that anyone above the drivers needs to know. */
export const ENGINE_TRAITS = {
  pglite: {
    label: 'PGlite',
    isSingleConnection: true,
    hasBackgroundVacuum: false,
    hasBackgroundCheckpoint: false,
    canSwapTable: true,
  },
  postgresql: {
    label: 'PostgreSQL',
    isSingleConnection: false,
    hasBackgroundVacuum: true,
    hasBackgroundCheckpoint: true,
    canSwapTable: true,
  },
  citus: {
    label: 'Citus',
    isSingleConnection: false,
    hasBackgroundVacuum: true,
    hasBackgroundCheckpoint: true,
    canSwapTable: false,
  },
} as const satisfies Record<EngineName, EngineTraits>
