/** Vectors of what the assistant searches, kept in git beside this file, so that no first question waits for them. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Passage } from '#assistant/answer'
import { type Embedder, startEmbedder } from '#assistant/articles/embedder'
import { passagesOf } from '#assistant/articles/passages'
import { ASKED_LINES } from '#assistant/exemplars/asked'
import { ELSEWHERE } from '#assistant/exemplars/elsewhere'
import { listArticles } from '#services/help/articles'

export interface Vectors {
  readonly passages: readonly Float32Array[]
  /** Of what people ask Headcount, as {@link ASKED_LINES} has it. */
  readonly asked: readonly Float32Array[]
  /** Of questions about other things. */
  readonly elsewhere: readonly Float32Array[]
}

const FILE = new URL('./vectors.bin', import.meta.url)
/** What the model makes of a text. */
const LENGTH = 384
const HASH_BYTES = 8
const SCALE_BYTES = 4
const ENTRY_BYTES = HASH_BYTES + SCALE_BYTES + LENGTH
const LARGEST_BYTE = 127
const TOGETHER = 32

function textOf({ article, heading, text }: Passage): string {
  return heading === article ? `${article}. ${text}` : `${article}: ${heading}. ${text}`
}

/** Read where they are of these very texts, else made: seconds for some texts, minutes for all on a busy machine. */
export async function vectorsOf(passages: readonly Passage[], embedder: Embedder): Promise<Vectors> {
  const texts = textsWith(passages)
  const kept = await readVectors()
  const missing = texts.filter((text) => !kept.has(hashOf(text)))
  const made = await makeVectors(missing, embedder)
  const vectorOf = (text: string) => kept.get(hashOf(text)) ?? (made.get(text) as Float32Array)
  return {
    passages: passages.map((passage) => vectorOf(textOf(passage))),
    asked: ASKED_LINES.map(({ text }) => vectorOf(text)),
    elsewhere: ELSEWHERE.map(vectorOf),
  }
}

/** Whether the file is of the texts as they are, and of nothing else. */
export async function hasVectorsOfArticles(): Promise<boolean> {
  const kept = [...(await readVectors()).keys()]
  const wanted = textsOfArticles().map(hashOf)
  return kept.length === wanted.length && wanted.every((hash, at) => kept[at] === hash)
}

/** Only texts that are new are asked of the model. @returns the content of the file. @throws Error where the model is not installed */
export async function makeVectorsOfArticles(): Promise<Buffer> {
  const embedder = await startEmbedder()
  if (embedder === null) throw new Error('the embedding model is not installed')
  const texts = textsOfArticles()
  try {
    const kept = await readVectors()
    const made = await makeVectors(
      texts.filter((text) => !kept.has(hashOf(text))),
      embedder,
    )
    return Buffer.concat(
      texts.map((text) => entryOf(text, kept.get(hashOf(text)) ?? (made.get(text) as Float32Array))),
    )
  } finally {
    await embedder.close()
  }
}

function textsOfArticles(): string[] {
  return textsWith(passagesOf(listArticles()))
}

/** Each once. */
function textsWith(passages: readonly Passage[]): string[] {
  const all = [...passages.map(textOf), ...ASKED_LINES.map(({ text }) => text), ...ELSEWHERE]
  return [...new Set(all)]
}

/** By the hash of the text. */
async function readVectors(): Promise<ReadonlyMap<string, Float32Array>> {
  const file = await readFile(FILE).catch(() => Buffer.alloc(0))
  const kept = new Map<string, Float32Array>()
  for (let at = 0; at + ENTRY_BYTES <= file.length; at += ENTRY_BYTES)
    kept.set(file.toString('hex', at, at + HASH_BYTES), vectorAt(file, at + HASH_BYTES))
  return kept
}

async function makeVectors(
  texts: readonly string[],
  embedder: Embedder,
): Promise<ReadonlyMap<string, Float32Array>> {
  const made = new Map<string, Float32Array>()
  // a few at a time, so that a slow machine is not taken for a model that hangs
  for (let from = 0; from < texts.length; from += TOGETHER) {
    const some = texts.slice(from, from + TOGETHER)
    for (const [at, vector] of (await embedder.embed(some)).entries()) made.set(some[at] as string, vector)
  }
  return made
}

/** The hash of the text, the size of the largest number, then a byte for each. A cosine changes by less than 0.01. */
function entryOf(text: string, vector: Float32Array): Buffer {
  const largest = vector.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  const entry = Buffer.alloc(ENTRY_BYTES)
  entry.write(hashOf(text), 'hex')
  entry.writeFloatLE(largest, HASH_BYTES)
  vector.forEach((one, at) => {
    entry.writeInt8(Math.round((one / largest) * LARGEST_BYTE), HASH_BYTES + SCALE_BYTES + at)
  })
  return entry
}

function vectorAt(file: Buffer, from: number): Float32Array {
  const unit = file.readFloatLE(from) / LARGEST_BYTE
  return Float32Array.from({ length: LENGTH }, (_, at) => file.readInt8(from + SCALE_BYTES + at) * unit)
}

function hashOf(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 2 * HASH_BYTES)
}
