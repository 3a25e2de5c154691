import { describe, expect, it } from 'vitest'
import { FactRefs } from '#services/imports/fact-refs'
import { KnownRefs } from '#services/imports/known-ids'

/** Which of the bookings may have been read before; `x7` is the cancelled booking 7. */
function repeatsOf(bookings: readonly string[]): string[] {
  const refs = new FactRefs(new KnownRefs())
  const repeats = bookings.filter(
    (booking) => refs.readBooking(booking.replace('x', ''), booking.startsWith('x')).repeat !== null,
  )
  expect(refs.mayRepeat).toBe(repeats.length > 0)
  return repeats
}

describe('records that may have been read before', () => {
  it.each<[string, string[], string[]]>([
    ['are none where ids rise', ['1', '2', '5'], []],
    ['are none where ids fall', ['5', '2', '1'], []],
    ['are none among new ids that are no numbers', ['b', 'a', '7', 'c', '8'], []],
    ['are none where cancelled bookings come first, in any order', ['x7', 'x2', 'x5', '1', '3', '6'], []],
    ['are those that come again', ['1', '2', '2', '1'], ['2', '1']],
    ['are those between others', ['1', '5', '3'], ['3']],
    ['are cancelled bookings that come again', ['x7', 'x2', 'x7'], ['x7']],
    ['are bookings that were cancelled', ['x7', '6', '7'], ['7']],
    ['are bookings that are cancelled now', ['6', '7', 'x7'], ['x7']],
    ['are those whose ids are no numbers', ['a', 'b', 'a'], ['a']],
  ])('%s', (_title, bookings, repeats) => {
    expect(repeatsOf(bookings)).toEqual(repeats)
  })

  it('are told apart by the kind of record, and numbered in the order of reading', () => {
    const refs = new FactRefs(new KnownRefs())
    expect(refs.read('customer_invoice', '4')).toEqual({ ref: 4, repeat: null })
    expect(refs.read('recurring_product', '4')).toEqual({ ref: 4, repeat: null })
    expect(refs.read('customer_invoice', '4')).toEqual({ ref: 4, repeat: 1 })
    expect(refs.read('recurring_product', '4')).toEqual({ ref: 4, repeat: 2 })
  })
})
