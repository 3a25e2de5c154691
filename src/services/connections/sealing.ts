/** Credentials at rest: AES-256-GCM, by a key that is made from the secret of the server. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { HeadcountError } from '#errors'
import type { Context } from '#services/context'

const ALGORITHM = 'aes-256-gcm'
const VERSION = 'v1'
const IV_BYTES = 12
const KEY_BYTES = 32

/** Ties what is sealed to its place: moved to another connection it does not open. */
export interface SealedFor {
  readonly networkId: number
  readonly connectionId: number
  readonly what: 'credentials' | 'webhook secret'
}

export async function seal(context: Context, place: SealedFor, plain: string): Promise<string> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, await keyOf(context), iv)
  cipher.setAAD(Buffer.from(JSON.stringify([place.networkId, place.connectionId, place.what])))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return [VERSION, iv, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.')
}

/** @throws CONNECTION_SEALED where the secret is another one, or the text was changed */
export async function unseal(context: Context, place: SealedFor, sealed: string): Promise<string> {
  const [version, iv = '', tag = '', text = ''] = sealed.split('.')
  try {
    if (version !== VERSION) throw new Error('another version')
    const decipher = createDecipheriv(ALGORITHM, await keyOf(context), Buffer.from(iv, 'base64url'))
    decipher.setAAD(Buffer.from(JSON.stringify([place.networkId, place.connectionId, place.what])))
    decipher.setAuthTag(Buffer.from(tag, 'base64url'))
    const plain = Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()])
    return plain.toString('utf8')
  } catch {
    throw new HeadcountError('CONNECTION_SEALED', `The ${place.what} of this connection cannot be opened.`)
  }
}

/** @throws SECRET_UNUSABLE */
async function keyOf({ secret }: Context): Promise<Buffer> {
  if (secret === undefined) {
    throw new HeadcountError('SECRET_UNUSABLE', 'There is no secret here to seal credentials with.')
  }
  return Buffer.from(hkdfSync('sha256', await secret(), '', 'headcount connections', KEY_BYTES))
}
