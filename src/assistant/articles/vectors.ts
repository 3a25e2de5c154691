/** Vectors of what the assistant searches, written when the program is built, so that no first question waits for them. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Passage } from '#assistant/answer'
import { ELSEWHERE } from '#assistant/articles/elsewhere'
import { type Embedder, startEmbedder } from '#assistant/articles/embedder'
import { passagesOf } from '#assistant/articles/passages'
import { listArticles } from '#services/help/articles'

export interface Vectors {
  readonly passages: readonly Float32Array[]
  /** Of questions about other things. */
  readonly elsewhere: readonly Float32Array[]
}

/** Beside the compiled program; a program that runs from its sources finds what was built last. */
const FILES = ['./vectors.bin', '../../../dist/assistant/articles/vectors.bin'].map(
  (path) => new URL(path, import.meta.url),
)
const HASH_BYTES = 32
/** What the model makes of a text. */
const LENGTH = 384
const TOGETHER = 32

function textOf({ article, heading, text }: Passage): string {
  return heading === article ? `${article}. ${text}` : `${article}: ${heading}. ${text}`
}

/** Read where they are of these very texts, else made: about a minute for some hundred passages on a busy machine. */
export async function vectorsOf(passages: readonly Passage[], embedder: Embedder): Promise<Vectors> {
  const texts = [...passages.map(textOf), ...ELSEWHERE]
  const all = (await readVectors(texts)) ?? (await makeVectors(texts, embedder))
  return { passages: all.slice(0, passages.length), elsewhere: all.slice(passages.length) }
}

async function readVectors(texts: readonly string[]): Promise<readonly Float32Array[] | null> {
  const hash = hashOf(texts)
  for (const path of FILES) {
    const file = await readFile(path).catch(() => null)
    if (file === null || !file.subarray(0, HASH_BYTES).equals(hash)) continue
    const numbers = new Float32Array(Uint8Array.from(file.subarray(HASH_BYTES)).buffer)
    return texts.map((_, at) => numbers.subarray(at * LENGTH, (at + 1) * LENGTH))
  }
  return null
}

async function makeVectors(texts: readonly string[], embedder: Embedder): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = []
  // a few at a time, so that a slow machine is not taken for a model that hangs
  for (let at = 0; at < texts.length; at += TOGETHER)
    vectors.push(...(await embedder.embed(texts.slice(at, at + TOGETHER))))
  return vectors
}

/**
 * The file that is read, for a build; null where the model is not installed.
 * @param cache a folder, where it is found again while no text changes
 */
export async function makeVectorsFile(cache: string): Promise<string | null> {
  const passages = passagesOf(listArticles())
  const texts = [...passages.map(textOf), ...ELSEWHERE]
  const hash = hashOf(texts)
  const path = join(cache, `vectors-${hash.toString('hex').slice(0, 16)}.bin`)
  if (existsSync(path)) return path
  const embedder = await startEmbedder()
  if (embedder === null) return null
  try {
    const vectors = await makeVectors(texts, embedder)
    await mkdir(cache, { recursive: true })
    // written whole and then named, so that another build never reads a half
    await writeFile(`${path}.new`, Buffer.concat([hash, ...vectors.map(bytesOf)]))
    await rename(`${path}.new`, path)
    return path
  } finally {
    await embedder.close()
  }
}

/** As machines have numbers that this runs on: the lowest byte first. */
function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function hashOf(texts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(texts)).digest()
}
