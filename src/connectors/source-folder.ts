import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { HeadcountError } from '#errors'
import { FileFault } from '#lib/file-fault'

/** A folder of input files whose names are fixed; whatever else lies in it is not looked at. */
export interface SourceFolder {
  /** Names of all that lies in it. */
  readonly names: ReadonlySet<string>
  has(file: string): boolean
  path(file: string): string
}

/** @throws HeadcountError IMPORT_FOLDER_NOT_FOUND, or IMPORT_FOLDER_EMPTY where none of `known` is there */
export async function openSourceFolder(dir: string, known: readonly string[]): Promise<SourceFolder> {
  const present = new Set(await list(dir))
  if (!known.some((file) => present.has(file))) {
    const sentence = `The folder ${dir} has none of the files that can be imported (${known.join(', ')}).`
    throw new HeadcountError('IMPORT_FOLDER_EMPTY', sentence, { folder: dir })
  }
  return { names: present, has: (file) => present.has(file), path: (file) => join(dir, file) }
}

async function list(dir: string): Promise<string[]> {
  try {
    return await readdir(dir)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw new HeadcountError('IMPORT_FOLDER_NOT_FOUND', `${dir} ${folderFault(String(error.code))}.`, {
      folder: dir,
    })
  }
}

function folderFault(code: string): string {
  if (code === 'ENOENT') return 'is not there'
  return code === 'ENOTDIR' ? 'is a file, not a folder' : `cannot be opened (${code})`
}

const CODES = {
  unreadable: 'IMPORT_FILE_UNREADABLE',
  encoding: 'IMPORT_FILE_ENCODING',
  syntax: 'IMPORT_FILE_SYNTAX',
  columns: 'IMPORT_FILE_COLUMNS',
} as const satisfies Record<FileFault['kind'], string>

/** Hands on what a file yields; its faults become the errors that a caller knows, with the file's name. */
export async function* withFileErrors<T>(file: string, values: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* values
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    const { byte, line } = error.place
    const place = [line === undefined ? '' : `line ${line}`, byte === undefined ? '' : `byte ${byte}`]
    const where = place.filter((part) => part !== '').join(', ')
    const sentence = `${file} ${error.message}${where === '' ? '' : ` (${where})`}.`
    throw new HeadcountError(CODES[error.kind], sentence, { file, ...error.place })
  }
}
