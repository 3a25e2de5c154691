/** The secret that signs session cookies and encrypts second factors: a setting, or a key file made once. */
import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HeadcountError } from '#errors'

const KEY_FILE = 'secret.key'
const BYTES = 32
const SHORTEST = 32

/** @throws SECRET_UNUSABLE when the key file can be neither read nor made */
export async function readSecret(dataDir: string, setting: string | undefined): Promise<string> {
  if (setting !== undefined) return setting
  const file = join(dataDir, KEY_FILE)
  try {
    const secret = (await readOrNull(file)) ?? (await makeKeyFile(dataDir, file))
    if (secret.length >= SHORTEST) return secret
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new HeadcountError('SECRET_UNUSABLE', `The key file ${file} cannot be read or made: ${code}.`)
  }
  throw new HeadcountError('SECRET_UNUSABLE', `The key file ${file} is shorter than ${SHORTEST} characters.`)
}

async function readOrNull(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Written beside and linked into place, so that two processes that start at once end up with the same one. */
async function makeKeyFile(dataDir: string, file: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  return (await readFile(file, 'utf8')).trim()
}
