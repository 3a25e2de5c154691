import pg from 'pg'
import { HeadcountError } from '#errors'

/** Where the server is, for messages: never with the password. */
export interface Place {
  readonly text: string
  readonly password: string | undefined
}

export function placeOf(databaseUrl: string): Place {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    // The text may hold a password, so it is not repeated.
    throw new HeadcountError(
      'DATABASE_UNREACHABLE',
      'DATABASE_URL is not of the form postgresql://user@host:5432/database.',
    )
  }
  const user = url.username ? ` as ${decodeURIComponent(url.username)}` : ''
  const host = url.host || url.searchParams.get('host') || 'localhost'
  return {
    text: `${host}${url.pathname}${user}`,
    password: decodeURIComponent(url.password) || url.searchParams.get('password') || undefined,
  }
}

/** A server that cannot be reached, or went away, is no fault of the statement. */
export function explain(place: Place, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof HeadcountError || !isConnectionFailure(error))
    return error
  const reasons =
    error instanceof AggregateError ? error.errors.map((one: Error) => one.message) : [error.message]
  const reason = (reasons.join('; ') || 'no answer').replaceAll(place.password ?? '\0', '***')
  return new HeadcountError('DATABASE_UNREACHABLE', `Cannot reach PostgreSQL at ${place.text}: ${reason}.`)
}

/** Classes 08 (connection), 28 (authorization), 57P (shutdown), 53300 (no slot left), 3D (no such database). */
const CONNECTION_STATES = /^(08|28|57P|53300|3D000)/

function isConnectionFailure(error: Error): boolean {
  const { code = '' } = error as { code?: string }
  if (error instanceof pg.DatabaseError) return CONNECTION_STATES.test(code)
  const { syscall } = error as NodeJS.ErrnoException
  return (
    syscall !== undefined ||
    error instanceof AggregateError ||
    /connect|terminated|queryable|SSL|timeout/i.test(error.message)
  )
}
