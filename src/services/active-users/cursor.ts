/** A cursor names the last row of a page, the instant, and the question that it belongs to. */
import { createHash } from 'node:crypto'
import { HeadcountError } from '#errors'
import { FIRST_INSTANT, LAST_INSTANT } from '#services/check-input'

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

function isInstant(value: unknown): boolean {
  return typeof value === 'number' && value >= FIRST_INSTANT && value <= LAST_INSTANT
}

/** As {@link writeCursor} writes it, and of a day that there is. */
function isInstantText(value: unknown): boolean {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return isInstant(ms) && new Date(ms).toISOString() === value
}

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
    isInstant(asOf) &&
    (keyType === 'number' ? isInt(key) : isInstantText(key)) &&
    typeof sortName === 'string' &&
    !sortName.includes('\0') &&
    isInt(customerId)
  if (!isWhole) throw new HeadcountError('INVALID_CURSOR', 'The cursor is not one that a list gave.')
  return {
    asOf: asOf as number,
    key: key as number | string,
    sortName,
    customerId: customerId as number,
  }
}

function parse(text: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
