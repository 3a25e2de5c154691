/** Tokens of an account: asked for with a password, renewed with the token that came with the last ones. */
import { z } from 'zod'
import type { Credentials, Tokens } from '#connectors/nexudus/client/credentials'
import { type Answer, type Sending, send } from '#connectors/nexudus/client/http'
import { HeadcountError } from '#errors'

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.coerce.number().positive().nullish().catch(null),
})

const Refusal = z.object({ error: z.string(), error_description: z.string().nullish() })

/** Where nothing is told a token is renewed after an hour. */
const DEFAULT_SECONDS = 3600

export interface SignInPlace {
  readonly baseUrl: string
  readonly sending: Sending
  readonly now: () => number
}

/** @throws CONNECTION_REFUSED, CONNECTION_SECOND_FACTOR */
export async function signIn(
  place: SignInPlace,
  { email, password, clientId }: Credentials,
  code?: string,
): Promise<Tokens> {
  return ask(place, clientId, {
    ...{ grant_type: 'password', username: email, password },
    ...(code !== undefined && { totp: code }),
  })
}

/** The same client must ask that signed in; earlier tokens of it are dead afterwards. */
export async function refresh(place: SignInPlace, clientId: string, token: string): Promise<Tokens> {
  return ask(place, clientId, { grant_type: 'refresh_token', refresh_token: token })
}

async function ask(
  { baseUrl, sending, now }: SignInPlace,
  clientId: string,
  form: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const answer = await send(
    {
      method: 'POST',
      url: `${baseUrl}/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', client_id: clientId },
      body: new URLSearchParams(form).toString(),
    },
    sending,
  )
  const read = TokenAnswer.safeParse(answer.body)
  if (answer.status !== 200 || !read.success) throw refused(answer)
  const { access_token, refresh_token, expires_in } = read.data
  return {
    access: access_token,
    refresh: refresh_token ?? null,
    expiresAt: now() + (expires_in ?? DEFAULT_SECONDS) * 1000,
  }
}

function refused({ status, body }: Answer): HeadcountError {
  const said = Refusal.safeParse(body).data
  const code = said?.error
  const says = (what: string) => code === what || said?.error_description === what
  if (says('two_factor_auth_check')) {
    return new HeadcountError(
      'CONNECTION_SECOND_FACTOR',
      'This account asks for a code of its second factor.',
    )
  }
  if (says('must_reset_password')) {
    return new HeadcountError('CONNECTION_REFUSED', 'The account wants a new password first.')
  }
  if (code !== undefined || status === 400 || status === 401 || status === 403) {
    return new HeadcountError('CONNECTION_REFUSED', 'The account does not accept these credentials.')
  }
  return new HeadcountError(
    'CONNECTION_ANSWER',
    `Signing in was answered in a form that is not known (${status}).`,
  )
}
