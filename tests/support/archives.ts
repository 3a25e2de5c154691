/** ZIP archives as operators upload them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** A sample world's export, with the answers that are expected of it left out. */
export function zipOfFolder(folder: string): Promise<Buffer> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('expected-'))
  return zipOf(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))])))
}
