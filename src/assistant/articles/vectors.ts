/** Vectors of what the assistant searches, kept in git beside this file, so that no first question waits for them. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
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

const FILE = new URL('./vectors.bin', import.meta.url)
const HASH_BYTES = 32
/** What the model makes of a text. */
const LENGTH = 384
const TOGETHER = 32

function textOf({ article, heading, text }: Passage): string {
  return heading === article ? `${article}. ${text}` : `${article}: ${heading}. ${text}`
}

/** Read where they are of these very texts, else made: about a minute for some hundred passages on a busy machine. */
export async function vectorsOf(passages: readonly Passage[], embedder: Embedder): Promise<Vectors> {
  const texts = textsWith(passages)
  const all = (await readVectors(texts)) ?? (await makeVectors(texts, embedder))
  return { passages: all.slice(0, passages.length), elsewhere: all.slice(passages.length) }
}

/** Whether the file is of the articles as they are. */
export async function hasVectorsOfArticles(): Promise<boolean> {
  return (await readVectors(textsOfArticles())) !== null
}

/** @returns the content of the file. @throws Error where the model is not installed */
export async function makeVectorsOfArticles(): Promise<Buffer> {
  const embedder = await startEmbedder()
  if (embedder === null) throw new Error('the embedding model is not installed')
  const texts = textsOfArticles()
  try {
    const vectors = await makeVectors(texts, embedder)
    return Buffer.concat([hashOf(texts), ...vectors.map(bytesOf)])
  } finally {
    await embedder.close()
  }
}

function textsOfArticles(): string[] {
  return textsWith(passagesOf(listArticles()))
}

function textsWith(passages: readonly Passage[]): string[] {
  return [...passages.map(textOf), ...ELSEWHERE]
}

async function readVectors(texts: readonly string[]): Promise<readonly Float32Array[] | null> {
  const file = await readFile(FILE).catch(() => null)
  if (file === null || !file.subarray(0, HASH_BYTES).equals(hashOf(texts))) return null
  const numbers = new Float32Array(Uint8Array.from(file.subarray(HASH_BYTES)).buffer)
  return texts.map((_, at) => numbers.subarray(at * LENGTH, (at + 1) * LENGTH))
}

async function makeVectors(texts: readonly string[], embedder: Embedder): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = []
  // a few at a time, so that a slow machine is not taken for a model that hangs
  for (let at = 0; at < texts.length; at += TOGETHER)
    vectors.push(...(await embedder.embed(texts.slice(at, at + TOGETHER))))
  return vectors
}

/** As machines have numbers that this runs on: the lowest byte first. */
function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function hashOf(texts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(texts)).digest()
}
