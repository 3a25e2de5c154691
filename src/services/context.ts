import type { KeyObject } from 'node:crypto'
import type { Database } from '#database/database'
import type { Door } from '#model/access'
import { type Asker, programAsker } from '#services/asker'
import type { Mail } from '#services/mail/mail'

/** What every verb is given: where the data is, what time it is, and who asks. */
export interface Context {
  readonly database: Database
  /** The current instant; only the composition root reads a real clock. */
  readonly now: () => Date
  readonly asker: Asker
  /** The key that platform invoices are signed by; absent where there is no secret. */
  readonly signingKey?: () => Promise<KeyObject>
  /** How letters are sent; absent where a server does it later. */
  readonly post?: Post
  /** The secret that credentials of connections are sealed by; absent where there is none. */
  readonly secret?: () => Promise<string>
}

export interface Post {
  readonly mail: Mail
  /** Begins the links in letters, without a slash at its end. */
  readonly publicUrl: string
}

/** A context in which the program itself asks. */
export function programContext(database: Database, now: () => Date, door: Door = 'library'): Context {
  return { database, now, asker: programAsker(door) }
}
