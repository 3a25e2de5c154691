import { describe, expect, test } from 'vitest'
import { addressFault, recordUrl } from '#model/record-address'

describe('the address of a record', () => {
  test.each([
    ['https://x.example/{id}', null],
    ['https://x.example:8443/a/{customer}/b/{id}?c#d', null],
    ['', null],
    ['http://x.example/{id}', 'not_https'],
    ['javascript:alert({id})', 'not_https'],
    ['//x.example/{id}', 'not_https'],
    ['https://{id}', 'no_id'],
    ['https://{id}.example/', 'no_id'],
    ['https://{customer}.example/{id}', 'no_id'],
    ['https://x.example/', 'no_id'],
    ['https://me:secret@x.example/{id}', 'not_https'],
    ['https://x.example/{id} or so', 'not_https'],
    ['https://x.example/{ID}/{id}', 'unknown_place'],
    [`https://x.example/{id}/${'x'.repeat(500)}`, 'too_long'],
  ])('%s: %s', (template, code) => {
    expect(addressFault(template)?.code ?? null).toBe(code)
  })

  test('takes ids as parts of it, whatever letters they have', () => {
    const ids = { id: '../a b?{customer}', customer: 'ü/1' }
    expect(recordUrl('https://x.example/{customer}/{id}', ids)).toBe(
      'https://x.example/%C3%BC%2F1/..%2Fa%20b%3F%7Bcustomer%7D',
    )
    expect(recordUrl('', ids)).toBeNull()
  })
})
