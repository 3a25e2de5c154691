/** What the program and its database thread say to each other. Buffers are transferred, never copied. */
export interface OpenRequest {
  readonly kind: 'open'

  /** PGDATA; null keeps the database in memory. */
  readonly folder: string | null
  /** A packed data folder to start an in-memory database from. */
  readonly template: string | null
}

export type Request =
  | OpenRequest
  /** Whole protocol messages, up to and with the one that asks for an answer. */
  | { readonly kind: 'wire'; readonly bytes: Uint8Array }
  /** What `COPY … FROM '/dev/blob'` reads next; null gives the memory back. */
  | { readonly kind: 'blob'; readonly data: ArrayBuffer | null }
  | { readonly kind: 'counters' }
  | { readonly kind: 'close' }

export type Reply =
  | { readonly kind: 'wire'; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly syncs: number }
  /** The engine is gone; nothing else will be answered. */
  | { readonly kind: 'stopped'; readonly reason: string }
