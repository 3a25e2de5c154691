/** An uploaded ZIP file → a folder of the files that an import reads. */
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'

/** The package has these; its types do not know them yet. */
declare module 'yauzl' {
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
  }
  function openPromise(path: string, options: Options): Promise<ZipFile>
}

/** Only plain file names, at the top or in one folder; whatever else an archive holds is left in it. */
const RECORD_FILE = /^(?:[^/\\]+\/)?([a-z][a-z0-9-]*\.(?:json|csv))$/
const MOST_FILES = 100
const MOST_BYTES = 20 * 2 ** 30

/**
 * Unpacks the record files of `archive` into `folder`, which must be empty.
 * @throws IMPORT_ARCHIVE for a file that is no ZIP archive, is broken or encrypted, or holds too much
 */
export async function unpackArchive(archive: string, folder: string): Promise<void> {
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false }).catch((error: Error) => {
    throw broken(`is no ZIP archive: ${error.message.replace(/\.$/, '')}`)
  })
  const seen = new Set<string>()
  let bytesLeft = MOST_BYTES
  try {
    for await (const entry of zip.eachEntry()) {
      const name = RECORD_FILE.exec(entry.fileName)?.[1]
      if (name === undefined) continue
      if (seen.has(name)) throw broken(`holds ${quoted(name)} twice`)
      if (seen.size === MOST_FILES) throw broken(`holds more than ${MOST_FILES} files`)
      seen.add(name)
      await pipeline(
        await zip.openReadStreamPromise(entry),
        counting((bytes) => {
          bytesLeft -= bytes
          return bytesLeft >= 0
        }),
        createWriteStream(join(folder, name), { flags: 'wx' }),
      )
    }
  } catch (error) {
    throw error instanceof HeadcountError ? error : broken(`cannot be read: ${(error as Error).message}`)
  } finally {
    zip.close()
  }
  if (seen.size === 0) throw broken('holds no file that can be imported')
}

/** Stops an archive that unpacks to more than any export is. */
function counting(mayGoOn: (bytes: number) => boolean): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (mayGoOn(chunk.length)) done(null, chunk)
      else done(broken(`unpacks to more than ${MOST_BYTES / 2 ** 30} GB`))
    },
  })
}

function broken(what: string): HeadcountError {
  return new HeadcountError('IMPORT_ARCHIVE', `The uploaded archive ${what}.`)
}
