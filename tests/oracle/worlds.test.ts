// Holds the random worlds to what they promise: every source and kind turns up, and what is irrelevant stays so.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countAt, readExport, verdict } from './oracle.ts'
import { irrelevantRecords, withRecords, worldArbitrary } from './worlds.ts'

describe('random worlds', () => {
  test('an irrelevant record changes nothing', () => {
    fc.assert(
      fc.property(worldArbitrary, irrelevantRecords, ({ files, instants }, more) => {
        const world = readExport(files)
        const withMore = readExport(withRecords(files, more))
        for (const at of instants) expect(countAt(withMore, at)).toEqual(countAt(world, at))
      }),
    )
  })

  test('kinds that do not count never add an active user', () => {
    const notCounting = ['contract.frozen', 'booking.tentative', 'customer_invoice.credited']
    fc.assert(
      fc.property(worldArbitrary, ({ files, instants }) => {
        const world = readExport(files)
        for (const at of instants) {
          const strict = countAt(world, at, { notCounting }).locations
          for (const [place, { users }] of countAt(world, at).locations.entries()) {
            const customers = users.map((user) => user.customer)
            expect(customers).toEqual(
              expect.arrayContaining(strict[place]?.users.map((u) => u.customer) ?? []),
            )
          }
        }
      }),
    )
  })

  test('every source and kind turns up', () => {
    const seen = new Set<string>()
    for (const { files, instants } of fc.sample(worldArbitrary, { numRuns: 400, seed: 7 })) {
      const world = readExport(files)
      for (const { id } of world.locations)
        for (const customer of world.customers.keys())
          for (const at of instants)
            for (const one of verdict(world, id, customer, at)) seen.add(`${one.source}.${one.kind}`)
    }
    expect([...seen].sort()).toMatchInlineSnapshot(`
      [
        "booking.cancelled",
        "booking.free",
        "booking.made",
        "booking.tentative",
        "contract.cancelled",
        "contract.free",
        "contract.frozen",
        "contract.future_start",
        "contract.running",
        "customer_invoice.credit_note",
        "customer_invoice.credited",
        "customer_invoice.draft",
        "customer_invoice.issued",
        "customer_invoice.tickets_only",
        "customer_invoice.void",
        "customer_invoice.zero_value",
        "recurring_product.ended",
        "recurring_product.one_off",
        "recurring_product.renewed",
        "recurring_product.sold",
        "team.booking",
        "team.contract",
        "team.customer_invoice",
        "team.recurring_product",
      ]
    `)
  })
})
