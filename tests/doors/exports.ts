/** Folders to import that differ from a sample world, or are made from nothing. */
import { mkdirSync, symlinkSync } from 'node:fs'
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { ROOT } from '../support/cli.ts'

export const WORLD_11 = join(ROOT, 'tests/fixtures/samples/world-11')
export const WORLD_12 = join(ROOT, 'tests/fixtures/samples/world-12')

/** Bytes or text as they are; a folder; a link; or any value, written as JSON. */
export type Content = string | Uint8Array | Folder | Link | readonly unknown[]
export class Folder {}
export class Link {
  readonly target: string

  constructor(target: string) {
    this.target = target
  }
}

/** Gives temporary folders that any user may read, and removes them after the tests of the file. */
export function temporaryFolders(): (files?: Readonly<Record<string, Content>>) => Promise<string> {
  const made: string[] = []
  afterAll(async () => {
    for (const folder of made) await rm(folder, { recursive: true, force: true })
  })
  return async (files = {}) => {
    const folder = await mkdtemp(join(tmpdir(), 'headcount-export-'))
    made.push(folder)
    await chmod(folder, 0o755)
    await put(folder, files)
    return folder
  }
}

/** Puts files into a folder in place of those that are there. */
export async function put(folder: string, files: Readonly<Record<string, Content>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    await rm(path, { recursive: true, force: true })
    if (content instanceof Folder) mkdirSync(path)
    else if (content instanceof Link) symlinkSync(content.target, path)
    else await writeFile(path, asBytes(content))
  }
}

function asBytes(content: string | Uint8Array | readonly unknown[]): string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)
}

/** Copies the records of a world, without what is expected of them. */
export async function copyWorld(world: string, folder: string): Promise<void> {
  await cp(world, folder, { recursive: true, filter: (path) => !path.includes('expected-') })
}

export async function recordsOf(folder: string, file: string): Promise<Record<string, unknown>[]> {
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, unknown>[]
}
