/** The little of the tar format (ustar) that a data folder needs: plain files and folders, short names. */
import { closeSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

const BLOCK = 512
const FILE = '0'
const FOLDER = '5'

/** All files and folders below `folder`, as one tar file. */
export function packFolder(folder: string): Buffer {
  const parts: Buffer[] = []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const named = entries.map((entry) => ({
    entry,
    name: join(entry.parentPath, entry.name).slice(folder.length + 1),
  }))
  for (const { entry, name } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) parts.push(header(`${name}/`, 0, FOLDER))
    if (!entry.isFile()) continue
    const content = readFileSync(join(folder, name))
    parts.push(header(name, content.length, FILE), content, Buffer.alloc(-content.length & (BLOCK - 1)))
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)])
}

function header(name: string, size: number, type: string): Buffer {
  if (name.length > 100) throw new Error(`The name is too long for the template: ${name}`)
  const block = Buffer.alloc(BLOCK)
  block.write(name.replaceAll('\\', '/'), 0)
  block.write(type === FOLDER ? '0000700\0' : '0000600\0', 100)
  block.write('0000000\0'.repeat(2), 108)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write('00000000000\0', 136)
  block.write(' '.repeat(8), 148) // the checksum counts as spaces
  block.write(type, 156)
  block.write('ustar\x0000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** Writes the files of a tar file that {@link packFolder} made below `folder`; returns their paths. */
export function unpackFolder(tar: Buffer, folder: string): string[] {
  const paths = [folder]
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (let at = 0; tar[at] !== 0 && at < tar.length; ) {
    const name = text(tar, at, 100)
    const size = Number.parseInt(text(tar, at + 124, 12), 8)
    const path = join(folder, name)
    paths.push(path)
    at += BLOCK
    if (name.endsWith('/')) mkdirSync(path, { recursive: true, mode: 0o700 })
    else writeSparsely(path, tar.subarray(at, at + size))
    at += (size + BLOCK - 1) & -BLOCK
  }
  return paths
}

function text(tar: Buffer, at: number, length: number): string {
  const end = tar.indexOf(0, at)
  return tar.toString('utf8', at, Math.min(end, at + length)).trim()
}

/** Leaves the zeros at a file's end to the file system: most of the 16 MB of a fresh log are zeros. */
function writeSparsely(path: string, content: Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, content.subarray(0, lengthWithoutZeros(content)))
    ftruncateSync(file, content.length)
  } finally {
    closeSync(file)
  }
}

function lengthWithoutZeros(content: Buffer): number {
  let length = content.length
  while (length >= 4096 && content.subarray(length - 4096, length).equals(ZEROS)) length -= 4096
  return length
}

const ZEROS = Buffer.alloc(4096)
