/** A cursor names the last row of a page, the instant, and the question that it belongs to. */
import { createHash } from 'node:crypto'
import { HeadcountError } from '#errors'

export interface Cursor {
  readonly asOf: number
  readonly key: number | string
  readonly sortName: string
  readonly customerId: number
}

/** A short name of a question; a cursor of another question is refused. */
export function questionOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 10)
}

export function writeCursor(question: string, { asOf, key, sortName, customerId }: Cursor): string {
  return Buffer.from(JSON.stringify([question, asOf, key, sortName, customerId])).toString('base64url')
}

/** @throws INVALID_CURSOR for anything that {@link writeCursor} did not write for this question */
export function readCursor(text: string, question: string): Cursor {
  const parts = parse(text)
  const [forQuestion, asOf, key, sortName, customerId] = parts
  const isWhole =
    parts.length === 5 &&
    typeof asOf === 'number' &&
    !Number.isNaN(new Date(asOf).getTime()) &&
    (Number.isSafeInteger(key) || (typeof key === 'string' && !Number.isNaN(Date.parse(key)))) &&
    typeof sortName === 'string' &&
    !sortName.includes('\0') &&
    Number.isInteger(customerId) &&
    Math.abs(customerId as number) < 2 ** 31
  if (!isWhole) throw new HeadcountError('INVALID_CURSOR', 'The cursor is not one that a list gave.')
  if (forQuestion !== question) {
    throw new HeadcountError(
      'INVALID_CURSOR',
      'The cursor belongs to a list with other filters, another order or another location.',
    )
  }
  return { asOf, key: key as number | string, sortName, customerId: customerId as number }
}

function parse(text: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
