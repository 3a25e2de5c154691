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

const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

function isInt(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31
}

/** @throws INVALID_CURSOR for anything that {@link writeCursor} did not write for this question */
export function readCursor(text: string, question: string, keyType: 'number' | 'instant'): Cursor {
  const parts = parse(text)
  const [forQuestion, asOf, key, sortName, customerId] = parts
  if (typeof forQuestion === 'string' && parts.length === 5 && forQuestion !== question) {
    throw new HeadcountError(
      'INVALID_CURSOR',
      'The cursor belongs to a list with other filters, another order or another location.',
    )
  }
  const isWhole =
    parts.length === 5 &&
    forQuestion === question &&
    typeof asOf === 'number' &&
    Math.abs(asOf) <= LATEST &&
    (keyType === 'number' ? isInt(key) : typeof key === 'string' && INSTANT.test(key)) &&
    typeof sortName === 'string' &&
    !sortName.includes('\0') &&
    isInt(customerId)
  if (!isWhole) throw new HeadcountError('INVALID_CURSOR', 'The cursor is not one that a list gave.')
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
