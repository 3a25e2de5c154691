/** Where a command writes to, and whether somebody watches. */
export interface Terminal {
  /** Results. */
  out(text: string): void
  /** Everything else: progress, notes, errors. */
  err(text: string): void
  /** Someone watches the error stream: progress may be drawn. */
  readonly isWatched: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
}
