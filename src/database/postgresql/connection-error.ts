import pg from 'pg'
import { type ErrorCode, HeadcountError } from '#errors'

/** Where the server is, for messages: never with the password. */
export interface Place {
  readonly text: string
  readonly password: string | undefined
}

/** @throws DATABASE_UNREACHABLE for what is no address. It may hold a password, so it is not repeated. */
export function placeOf(databaseUrl: string): Place {
  const place = readPlace(databaseUrl)
  if (place !== undefined) return place
  throw new HeadcountError(
    'DATABASE_UNREACHABLE',
    'DATABASE_URL is not of the form postgresql://user@host:5432/database.',
  )
}

function readPlace(databaseUrl: string): Place | undefined {
  try {
    // user@/database?host=/folder names a socket; to URL it is an address without a host
    const url = new URL(databaseUrl.replace('@/', '@localhost/'))
    if (!/^postgres(ql)?:$/.test(url.protocol) || !isPort(url.searchParams.get('port'))) return undefined
    if (hasMisplacedPassword(url)) return undefined
    const user = url.username ? ` as ${decodeURIComponent(url.username)}` : ''
    const host = url.searchParams.get('host') ?? (url.host || 'localhost')
    return {
      text: `${host}${decodeURI(url.pathname)}${user}`,
      password: decodeURIComponent(url.password) || url.searchParams.get('password') || undefined,
    }
  } catch {
    return undefined
  }
}

/** The client would wait for ever for any other. */
function isPort(text: string | null): boolean {
  return text === null || (/^\d{1,5}$/.test(text) && Number(text) < 65_536)
}

/** With a bare / ? or # in a password, what follows is taken for the database, and would be shown. */
function hasMisplacedPassword({ pathname, search, hash }: URL): boolean {
  return `${pathname}${hash}`.includes('@') || (pathname === '' && search.includes('@'))
}

interface Meaning {
  /** Of SQLSTATE codes. */
  readonly states: RegExp
  readonly code: ErrorCode
  readonly sentence: (place: string) => string
}

/** What says something of the server or this user of it, and nothing of the statement. */
const MEANINGS: readonly Meaning[] = [
  {
    // connection, authorization, shutdown, no slot left, no such database
    states: /^(08|28|57P|53300|3D000)/,
    code: 'DATABASE_UNREACHABLE',
    sentence: (place) => `Cannot reach PostgreSQL at ${place}`,
  },
  {
    // a right that is missing; no schema that this user may use
    states: /^(42501|3F000)/,
    code: 'DATABASE_FORBIDDEN',
    sentence: (place) => `PostgreSQL at ${place} lacks a right that Headcount needs`,
  },
  {
    states: /^25006/,
    code: 'DATABASE_READ_ONLY',
    sentence: (place) => `PostgreSQL at ${place} accepts no changes`,
  },
  { states: /^53/, code: 'DATABASE_FULL', sentence: (place) => `PostgreSQL at ${place} has no room left` },
  {
    // a statement or a lock took longer than the server allows
    states: /^(57014|55P03)/,
    code: 'DATABASE_TIMEOUT',
    sentence: (place) => `PostgreSQL at ${place} ended what took too long`,
  },
]

const [UNREACHABLE] = MEANINGS as [Meaning, ...Meaning[]]

/** The error that a caller understands, where the server is at fault; any other as it is. */
export function explain(place: Place, error: unknown): unknown {
  const meaning = meaningOf(error)
  if (meaning === undefined) return error
  const reasons =
    error instanceof AggregateError
      ? error.errors.map((one: Error) => one.message)
      : [(error as Error).message]
  const reason = (reasons.join('; ') || 'no answer')
    .replaceAll(place.password ?? '\0', '***')
    .replace(/\.$/, '')
  return new HeadcountError(meaning.code, `${meaning.sentence(place.text)}: ${reason}.`)
}

function meaningOf(error: unknown): Meaning | undefined {
  if (error instanceof pg.DatabaseError) {
    const { code = '' } = error
    return MEANINGS.find(({ states }) => states.test(code))
  }
  return error instanceof Error && isConnectionFailure(error) ? UNREACHABLE : undefined
}

/** Of a certificate that cannot be trusted, or of an answer that is no TLS. */
const CERTIFICATE_CODES = /^(CERT_|DEPTH_|SELF_SIGNED_|UNABLE_TO_|ERR_(TLS|SSL|OSSL)_|EPROTO)/

/** What the client itself says when the server does not answer or hangs up. */
function isConnectionFailure(error: Error): boolean {
  if (error instanceof HeadcountError) return false
  const { syscall, code = '' } = error as NodeJS.ErrnoException
  return (
    syscall !== undefined ||
    CERTIFICATE_CODES.test(code) ||
    error instanceof AggregateError ||
    /connect|terminated|queryable|SSL|timeout/i.test(error.message)
  )
}
