import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSecret } from '#services/operators/secret'

describe('the secret', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'headcount-secret-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is the setting where there is one, and no file is made', async () => {
    expect(await readSecret(folder, 'from the environment')).toBe('from the environment')
    expect(await readdir(folder)).toEqual([])
  })

  it('is made once, for its owner alone, also when several start at once', async () => {
    const home = join(folder, 'new')
    const secrets = await Promise.all([1, 2, 3].map(() => readSecret(home, undefined)))
    expect(new Set([...secrets, await readSecret(home, undefined)]).size).toBe(1)
    expect(secrets[0]).toMatch(/^[\w-]{43}$/)
    expect(await readdir(home)).toEqual(['secret.key'])
    expect((await stat(join(home, 'secret.key'))).mode & 0o777).toBe(0o600)
  })

  it('that is too short is refused', async () => {
    await writeFile(join(folder, 'secret.key'), 'short\n')
    await expect(readSecret(folder, undefined)).rejects.toMatchObject({ code: 'SECRET_UNUSABLE' })
  })

  it('that cannot be kept is told with its file', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    await expect(readSecret(file, undefined)).rejects.toMatchObject({ code: 'SECRET_UNUSABLE' })
  })
})
