import { Sql } from 'sql-template-tag'
import type { Statement } from '#database/database'

/**
 * The statement with each instant and each list among its values once, however often it stands in the text: a
 * count names its instant some twenty times, and writing and reading it takes longer than using it.
 */
export function shareValues(statement: Statement): Statement {
  if (!(statement instanceof Sql)) return statement
  const values: unknown[] = []
  const positions = new Map<object, number>()
  const placeOf = (value: unknown) => {
    const known = isObject(value) ? positions.get(value) : undefined
    if (known !== undefined) return known
    const position = values.push(value)
    if (isObject(value)) positions.set(value, position)
    return position
  }
  const [start = '', ...rest] = statement.strings
  const text = rest.reduce(
    (before, after, index) => `${before}$${placeOf(statement.values[index])}${after}`,
    start,
  )
  return { text, values }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
