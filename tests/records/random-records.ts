// Small random networks as records, told twice: under the ids of the first telling, other things the second time.
import fc from 'fast-check'
import type { NetworkedRecord } from '#model/records'
import { RENEWAL_CYCLES } from '#model/records'
import {
  at,
  booking,
  contract,
  customer,
  customerInvoice,
  location,
  pause,
  platformInvoice,
  sale,
  team,
} from './network.ts'

const DAY = 86_400_000
const FIRST = at('2026-10-01T00:00:00Z')

const instant = fc.integer({ min: 0, max: 48 }).map((day) => FIRST + day * DAY)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 })
const who = fc.integer({ min: 0, max: 4 }).map((n) => `c${n}`)
const where = fc.integer({ min: 0, max: 2 }).map((n) => `l${n}`)
/** Numbers and names, in no order. */
const ids = (prefix: string) =>
  fc.uniqueArray(
    fc.oneof(
      fc.integer({ min: 1, max: 9 }).map(String),
      fc.integer({ min: 1, max: 4 }).map((n) => `${prefix}-${n}`),
    ),
    { maxLength: 5 },
  )

const each = (
  names: fc.Arbitrary<string[]>,
  record: (externalId: string) => fc.Arbitrary<NetworkedRecord>,
): fc.Arbitrary<NetworkedRecord[]> =>
  names.chain((externalIds) =>
    externalIds.length === 0 ? fc.constant([]) : fc.tuple(...externalIds.map(record)).map((all) => [...all]),
  )

const everyone = fc.tuple(
  ...['c0', 'c1', 'c2', 'c3', 'c4'].map((externalId) =>
    fc
      .record({
        isSuspended: fc.boolean(),
        isArchived: fc.boolean(),
        name: fc.constantFrom('Ada', 'Zoë', 'Bo'),
        updatedAt: maybe(instant),
      })
      .map((fields) => customer(externalId, fields)),
  ),
)
const everywhere = fc.tuple(
  ...['l0', 'l1', 'l2'].map((externalId) =>
    fc
      .constantFrom('EUR', 'JPY', null)
      .map((currency) => location(externalId, { currency, createdAt: FIRST })),
  ),
)
const contractIds = ids('k')

/** Everything that one telling holds, in the order in which records point to each other. */
export const telling: fc.Arbitrary<readonly NetworkedRecord[]> = fc
  .tuple(
    everywhere,
    everyone,
    each(ids('h'), (externalId) =>
      fc
        .record({
          customerExternalId: who,
          at: instant,
          property: fc.constantFrom('suspended' as const, 'archived' as const),
          before: fc.boolean(),
          after: fc.boolean(),
        })
        .map((fields) => ({ kind: 'customer_change' as const, externalId, ...fields })),
    ),
    contractIds
      .chain((contracts) =>
        fc.tuple(
          each(fc.constant(contracts), (externalId) =>
            fc
              .record({
                locationExternalId: where,
                customerExternalId: who,
                price: fc.constantFrom('0', '150', null),
                createdAt: instant,
                startsAt: maybe(instant),
                endsAt: maybe(instant),
                updatedAt: maybe(instant),
              })
              .map((fields) => contract(externalId, fields)),
          ),
          contracts.length === 0
            ? fc.constant([])
            : each(ids('p'), (externalId) =>
                fc
                  .record({
                    contractExternalId: fc.constantFrom(...contracts),
                    from: instant,
                    until: maybe(instant),
                  })
                  .map((fields) => pause(externalId, fields)),
              ),
        ),
      )
      .map(([contracts, pauses]) => [...contracts, ...pauses]),
    each(ids('t'), (externalId) =>
      fc
        .record({
          hasMergedBilling: fc.boolean(),
          payingCustomerExternalId: maybe(who),
          memberExternalIds: fc.uniqueArray(who, { maxLength: 4 }),
          updatedAt: maybe(instant),
        })
        .map((fields) => team(externalId, fields)),
    ),
    each(ids('b'), (externalId) =>
      fc
        .record({
          locationExternalId: where,
          customerExternalId: who,
          madeAt: instant,
          evidenceKind: fc.constantFrom('made' as const, 'free' as const, 'tentative' as const),
          cancelledAt: maybe(instant),
        })
        .map((fields) => booking(externalId, fields)),
    ),
    each(ids('i'), (externalId) =>
      fc
        .record({
          locationExternalIds: fc.uniqueArray(where, { minLength: 1, maxLength: 3 }),
          customerExternalId: who,
          issuedAt: instant,
          evidenceKind: fc.constantFrom(
            'issued' as const,
            'void' as const,
            'credited' as const,
            'draft' as const,
          ),
          updatedAt: maybe(instant),
        })
        .map((fields) => customerInvoice(externalId, fields)),
    ),
    each(ids('s'), (externalId) =>
      fc
        .record({
          locationExternalId: where,
          customerExternalId: who,
          soldAt: instant,
          renewal: maybe(
            fc.record({
              cycle: fc.constantFrom(...RENEWAL_CYCLES),
              every: fc.integer({ min: 1, max: 3 }),
              from: instant,
              until: maybe(instant),
            }),
          ),
        })
        .map((fields) => sale(externalId, fields)),
    ),
    each(ids('v'), (externalId) =>
      fc
        .record({ locationExternalId: where, cutOffAt: instant })
        .map((fields) => platformInvoice(externalId, fields)),
    ),
  )
  .map((parts) => parts.flat())

/** Cuts records into batches so that none comes before one that it points to, and shuffles each batch. */
export function batchesOf(
  records: readonly NetworkedRecord[],
  choices: readonly number[],
): NetworkedRecord[][] {
  const placeOf = new Map<string, number>()
  const batches: NetworkedRecord[][] = Array.from({ length: 4 }, () => [])
  records.forEach((record, index) => {
    const needed = pointsTo(record).map((name) => placeOf.get(name) ?? 0)
    const least = Math.max(0, ...needed)
    const choice = choices[index % choices.length] ?? 0
    // a state that comes before its history was seen now: only together do they tell the same as an import
    const isHistory = record.kind === 'customer_change'
    const place = isHistory ? least : least + (choice % (batches.length - least))
    placeOf.set(`${record.kind} ${record.externalId}`, place)
    const batch = batches[place] ?? []
    batch.splice(choice % (batch.length + 1), 0, record)
  })
  return batches.filter((batch) => batch.length > 0)
}

function pointsTo(record: NetworkedRecord): string[] {
  const names: string[] = []
  if ('locationExternalId' in record) names.push(`location ${record.locationExternalId}`)
  if ('customerExternalId' in record) names.push(`customer ${record.customerExternalId}`)
  if (record.kind === 'pause') names.push(`contract ${record.contractExternalId}`)
  if (record.kind === 'customer_invoice')
    names.push(...record.locationExternalIds.map((id) => `location ${id}`))
  if (record.kind === 'team') {
    names.push(
      ...[...record.memberExternalIds, record.payingCustomerExternalId ?? 'c0'].map((id) => `customer ${id}`),
    )
  }
  return names
}
