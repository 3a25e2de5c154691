/**
 * The auth library behind a face of our own: passwords, sessions, links that work once, second factors.
 * Its HTTP handler is not mounted; our verbs decide, check rights, write the audit log and call it. Only
 * this file and its dialect know it, and only who serves or makes an operator loads it.
 */
import { randomBytes } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { Kysely } from 'kysely'
import type { Database } from '#database/database'
import { LIBRARY_TABLES, SECOND_FACTOR_TABLE } from '#services/operators/auth-tables'
import type { Auth, NewOperator, Visit } from '#services/operators/context'
import { dialectOver, within } from '#services/operators/dialect'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#services/operators/password-rules'
import { COOKIE_PREFIX, cookiesNamed } from '#services/operators/session-cookie'

export interface AuthOptions {
  readonly database: Database
  readonly secret: string
  /** Cookies are secure where it begins with https. */
  readonly publicUrl: string
}

const SESSION_S = 7 * 24 * 3600
/** Where a request comes from, as the server found it; no header of a client reaches the library. */
const ADDRESS_HEADER = 'x-headcount-address'

/** A password that was proven before the transaction: hashing takes a tenth of a second, and a transaction may hold the only connection. */
interface Proven {
  readonly hash: string
  readonly password: string
}

function makeLibrary({ database, secret, publicUrl }: AuthOptions, isProven: (proven: Proven) => boolean) {
  return betterAuth({
    ...LIBRARY_TABLES,
    appName: 'Headcount',
    baseURL: publicUrl,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: new Kysely<unknown>({ dialect: dialectOver(database) }), type: 'postgres' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { verify: async (given) => isProven(given) || verifyPassword(given) },
    },
    session: { ...LIBRARY_TABLES.session, expiresIn: SESSION_S, disableSessionRefresh: true },
    verification: { ...LIBRARY_TABLES.verification, storeIdentifier: 'hashed' },
    plugins: [twoFactor({ issuer: 'Headcount', schema: SECOND_FACTOR_TABLE })],
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { validateSchema: false },
    },
  })
}

export async function makeAuth(options: AuthOptions): Promise<Auth> {
  const proofs = new Set<Proven>()
  const isProven = ({ hash, password }: Proven) =>
    [...proofs].some((proven) => proven.hash === hash && proven.password === password)
  const library = makeLibrary(options, isProven)
  const { internalAdapter } = await library.$context
  const nobodysHash = await hashPassword(randomBytes(32).toString('hex'))

  /** While `work` runs, the library takes this password for this hash without hashing it again. */
  async function proving<T>(proven: Proven | null, work: () => Promise<T>): Promise<T> {
    if (proven === null) return work()
    proofs.add(proven)
    try {
      return await work()
    } finally {
      proofs.delete(proven)
    }
  }

  return {
    isSecure: options.publicUrl.startsWith('https:'),
    secret: options.secret,
    hashPassword,
    async verifyPassword(hash, password) {
      const isRight = await verifyPassword({ hash: hash ?? nobodysHash, password })
      return isRight && hash !== null
    },
    createOperator: (session, operator) => within(session, () => createOperator(operator)),
    setPassword: (session, operatorId, hash) =>
      within(session, () => internalAdapter.updatePassword(operatorId, hash)),
    endAllSessions: (session, operatorId) =>
      within(session, () => internalAdapter.deleteUserSessions(operatorId)),
    makeLink: (session, { purpose, token, value, expiresAt }) =>
      within(session, async () => {
        await internalAdapter.createVerificationValue({ identifier: `${purpose}:${token}`, value, expiresAt })
      }),
    readLink: (session, purpose, token) =>
      within(session, async () => {
        const found = await internalAdapter.findVerificationValue(`${purpose}:${token}`)
        return found === null ? null : { value: found.value, expiresAt: found.expiresAt }
      }),
    useLink: (session, purpose, token) =>
      within(session, async () => {
        const used = await internalAdapter.consumeVerificationValue(`${purpose}:${token}`)
        return used === null ? null : { value: used.value, expiresAt: used.expiresAt }
      }),
    signIn: (session, visit, { email, ...proven }) =>
      proving(proven, () =>
        within(session, async () => {
          const body = { email, password: proven.password }
          const { headers, response } = await library.api.signInEmail({
            body,
            headers: headersOf(visit, []),
            returnHeaders: true,
          })
          const isComplete = !('twoFactorRedirect' in response)
          return { isComplete, setCookies: headers.getSetCookie() }
        }),
      ),
    signOut: (session, visit) =>
      within(session, async () => {
        const { headers } = await library.api.signOut({
          headers: headersOf(visit, ['session_token']),
          returnHeaders: true,
        })
        return headers.getSetCookie()
      }),
    checkSecondFactor: (session, visit, { code, isRecoveryCode, during }) =>
      within(session, async () => {
        const call = {
          body: { code },
          headers: headersOf(visit, [during === 'sign_in' ? 'two_factor' : 'session_token']),
          returnHeaders: true as const,
        }
        try {
          const { headers, response } = isRecoveryCode
            ? await library.api.verifyBackupCode(call)
            : await library.api.verifyTOTP(call)
          return { operatorId: response.user.id, setCookies: headers.getSetCookie() }
        } catch (error) {
          if (error instanceof APIError) return { refusedBecause: error.body?.code ?? 'UNKNOWN' }
          throw error
        }
      }),
    startSecondFactor: (session, visit, proven) =>
      proving(proven, () =>
        within(session, async () => {
          const answer = await library.api.enableTwoFactor({
            body: { password: proven.password, method: 'totp' },
            headers: headersOf(visit, ['session_token']),
          })
          if (answer.method !== 'totp') throw new Error('The library made another second factor.')
          return { uri: answer.totpURI, recoveryCodes: answer.backupCodes }
        }),
      ),
    removeSecondFactor: (session, visit, proven) =>
      proving(proven, () =>
        within(session, async () => {
          const { headers } = await library.api.disableTwoFactor({
            body: { password: proven.password },
            headers: headersOf(visit, ['session_token']),
            returnHeaders: true,
          })
          return headers.getSetCookie()
        }),
      ),
    renewRecoveryCodes: (session, visit, proven) =>
      proving(proven, () =>
        within(session, async () => {
          const { backupCodes } = await library.api.generateBackupCodes({
            body: { password: proven.password },
            headers: headersOf(visit, ['session_token']),
          })
          return backupCodes
        }),
      ),
  }

  async function createOperator({ hash, firstName, ...operator }: NewOperator): Promise<string> {
    const { id } = await internalAdapter.createUser(
      { ...operator, name: firstName, emailVerified: false },
      { method: 'email' },
    )
    await internalAdapter.createAccount({
      userId: id,
      providerId: 'credential',
      accountId: id,
      password: hash,
    })
    return id
  }
}

/** Only the cookies that a step needs: somebody's old session must not stand in for the one who signs in. */
function headersOf({ cookie, address, browser }: Visit, names: readonly string[]): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: address, 'user-agent': browser })
  const cookies = cookiesNamed(cookie, names)
  if (cookies !== '') headers.set('cookie', cookies)
  return headers
}
