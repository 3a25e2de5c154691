import sql from 'sql-template-tag'
import { expect, test } from 'vitest'
import { shareValues } from '#database/share-values'

test('an instant and a list are sent once, however often they stand in a statement', () => {
  const asOf = new Date('2026-11-01')
  const ids = [1, 2]
  const { text, values } = shareValues(
    sql`select ${asOf}::timestamptz, ${7}::int, ${ids}::int[] where ${asOf} > now() and ${7} = any (${ids})`,
  )
  expect(text).toBe('select $1::timestamptz, $2::int, $3::int[] where $1 > now() and $4 = any ($3)')
  expect(values).toEqual([asOf, 7, ids, 7])
})

test('equal values of two origins, and nothing, stay apart: each may be of a type of its own', () => {
  const { text, values } = shareValues(sql`${new Date(0)} ${new Date(0)} ${null} ${null} ${'a'} ${'a'}`)
  expect(text).toBe('$1 $2 $3 $4 $5 $6')
  expect(values).toHaveLength(6)
})

test('a statement that is text already is left alone', () => {
  const statement = { text: `select '$1', $1`, values: [1] }
  expect(shareValues(statement)).toBe(statement)
})
