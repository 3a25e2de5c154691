// What the demo promises: the same records for the same seed, in order, and somebody for every rule.
import { describe, expect, test } from 'vitest'
import { demoNetwork } from '#demo/demo-network'
import { layOut } from '#demo/locations'
import { DEMO_DEFAULTS, type DemoOptions, planDemo } from '#demo/plan'
import { HeadcountError } from '#errors'
import { EVIDENCE_KINDS } from '#model/kind'
import { type NetworkedRecord, RENEWAL_CYCLES } from '#model/records'
import { SOURCES, type Source } from '#model/source'
import { occurrences, ofKind, tally } from './tally.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const DEFAULTS: DemoOptions = { ...DEMO_DEFAULTS, now: NOW }
const DAY = 86_400_000

async function readAll(options: DemoOptions): Promise<NetworkedRecord[]> {
  const records: NetworkedRecord[] = []
  const onProblem = () => expect.unreachable('the demo has no problems')
  for await (const batch of demoNetwork(options).read({ onProblem })) records.push(...batch)
  return records
}

const records = await readAll(DEFAULTS)

describe('the same network again', () => {
  test('the same seed and instant give the same records, from the same reader too', async () => {
    const reader = demoNetwork(DEFAULTS)
    const twice = [[], []] as NetworkedRecord[][]
    for (const again of twice) {
      for await (const batch of reader.read({ onProblem: () => {} })) again.push(...batch)
    }
    expect(twice).toEqual([records, records])
  })

  test('another seed gives other records and another network', async () => {
    const other = { ...DEFAULTS, seed: 2 }
    expect(await readAll(other)).not.toEqual(records)
    expect(await demoNetwork(other).network()).not.toEqual(await demoNetwork(DEFAULTS).network())
  })

  test('a signed and an unsigned seed with the same bits are the same', async () => {
    const [signed, unsigned] = await Promise.all(
      [-1, 2 ** 32 - 1].map((seed) => readAll({ ...DEFAULTS, seed })),
    )
    expect(signed).toEqual(unsigned)
  })

  test('its name says that it is synthetic, and every address is an example', async () => {
    expect(await demoNetwork(DEFAULTS).network()).toMatchObject({ name: 'Demo network (synthetic)' })
    expect(await demoNetwork({ ...DEFAULTS, seed: 2 }).network()).toMatchObject({
      name: expect.stringContaining('synthetic'),
    })
    const emails = ofKind(records, 'customer').flatMap(({ email }) => email ?? [])
    expect(emails.filter((email) => !/^[a-z][a-z0-9.-]*@example\.(org|com)$/.test(email))).toEqual([])
    expect(new Set(emails).size).toBe(emails.length)
  })
})

describe('order and references', () => {
  const ORDER = [
    'location',
    'customer',
    'customer_change',
    'contract',
    'pause',
    'team',
    'booking cancelled',
    'booking',
    'customer_invoice',
    'recurring_product',
    'platform_invoice',
  ]
  const stepOf = (record: NetworkedRecord) =>
    record.kind === 'booking' && record.cancelledAt !== null ? 'booking cancelled' : record.kind

  test('kinds come in the order that a reader promises, and all of them come', () => {
    const steps = records.map(stepOf)
    expect(steps.filter((step, index) => step !== steps[index - 1])).toEqual(ORDER)
  })

  for (const [locations, customers] of [
    [1, 1],
    [3, 5],
    [40, 130],
    [5, 2_000],
  ] as const) {
    test(`${locations} locations and ${customers} customers: ids are unique and point to what came before`, async () => {
      const seen = new Set<string>()
      const count = { location: 0, customer: 0 }
      for (const record of await readAll({ ...DEFAULTS, locations, customers })) {
        const missing = pointersOf(record).filter((pointer) => !seen.has(pointer))
        expect({ record, missing }).toEqual({ record, missing: [] })
        const key = `${record.kind} ${record.externalId}`
        if (seen.has(key) || !/^\d+$/.test(record.externalId)) expect.unreachable(`a second or odd ${key}`)
        seen.add(key)
        if (record.kind === 'location' || record.kind === 'customer') count[record.kind]++
      }
      expect(count).toEqual({ location: locations, customer: customers })
    })
  }

  test('every dated thing that has happened lies before now, and ends come after starts', () => {
    const wrong = records.filter((record) => {
      const { happened, spans } = datesOf(record)
      const isFuture = happened.some((at) => !Number.isInteger(at) || at >= NOW)
      return isFuture || spans.some(([from, until]) => until !== null && from > until)
    })
    expect(wrong).toEqual([])
  })

  test('a state is what its last change left, and changes alternate', () => {
    const states = new Map<string, boolean>()
    for (const { customerExternalId, property, before, after } of ofKind(records, 'customer_change')) {
      const key = `${customerExternalId} ${property}`
      expect([before, after]).toEqual([states.get(key) ?? false, !before])
      states.set(key, after)
    }
    for (const { externalId, isSuspended, isArchived } of ofKind(records, 'customer')) {
      expect(states.get(`${externalId} suspended`) ?? false).toBe(isSuspended)
      expect(states.get(`${externalId} archived`) ?? false).toBe(isArchived)
    }
    expect([...states.values()]).toContain(false)
  })

  test('a pause lies within its contract', () => {
    const contracts = new Map(ofKind(records, 'contract').map((one) => [one.externalId, one]))
    for (const pause of ofKind(records, 'pause')) {
      expect(pause.from).toBeGreaterThanOrEqual(contracts.get(pause.contractExternalId)?.startsAt ?? NOW)
    }
  })
})

function pointersOf(record: NetworkedRecord): string[] {
  const pointers: string[] = []
  if ('customerExternalId' in record) pointers.push(`customer ${record.customerExternalId}`)
  if ('locationExternalId' in record) pointers.push(`location ${record.locationExternalId}`)
  if (record.kind === 'pause') pointers.push(`contract ${record.contractExternalId}`)
  if (record.kind === 'customer_invoice') {
    pointers.push(...record.locationExternalIds.map((id) => `location ${id}`))
    expect(record.locationExternalIds.length).toBeGreaterThan(0)
  }
  if (record.kind === 'team') {
    const people = [record.payingCustomerExternalId ?? [], record.memberExternalIds].flat()
    pointers.push(...people.map((id) => `customer ${id}`))
  }
  return pointers
}

/** Instants that are over, and spans from … until. */
function datesOf(record: NetworkedRecord): { happened: number[]; spans: [number, number | null][] } {
  switch (record.kind) {
    case 'location':
      return { happened: [record.createdAt], spans: [] }
    case 'customer':
      return { happened: [record.updatedAt ?? 0], spans: [] }
    case 'customer_change':
      return { happened: [record.at], spans: [] }
    case 'contract':
      return { happened: [record.createdAt], spans: [[record.startsAt ?? 0, record.endsAt]] }
    case 'pause':
      return { happened: [record.from], spans: [[record.from, record.until]] }
    case 'team':
      return { happened: [record.updatedAt ?? 0], spans: [] }
    case 'booking':
      return {
        happened: [record.madeAt, record.cancelledAt ?? 0],
        spans: [[record.madeAt, record.cancelledAt]],
      }
    case 'customer_invoice':
      return { happened: [record.issuedAt, record.updatedAt ?? 0], spans: [] }
    case 'recurring_product':
      return {
        happened: [record.soldAt],
        spans: record.renewal === null ? [] : [[record.renewal.from, record.renewal.until]],
      }
    case 'platform_invoice':
      return { happened: [record.cutOffAt], spans: [] }
  }
}

describe('what there is to see', () => {
  test('every kind of evidence is there', () => {
    const seen = new Set(records.flatMap(evidenceKinds))
    const wanted = SOURCES.flatMap((source) => EVIDENCE_KINDS[source].map((kind) => `${source}.${kind}`))
    expect(wanted.filter((kind) => !seen.has(kind))).toEqual([])
  })

  test('every cycle of a recurring product is there', () => {
    const cycles = new Set(ofKind(records, 'recurring_product').map((sale) => sale.renewal?.cycle))
    expect(RENEWAL_CYCLES.filter((cycle) => !cycles.has(cycle))).toEqual([])
  })

  test('names are written in many scripts', () => {
    const names = ofKind(records, 'customer').map(({ name }) => name)
    for (const script of 'Latin Greek Cyrillic Arabic Hebrew Devanagari Han Hiragana Hangul'.split(' ')) {
      expect({
        script,
        found: names.some((name) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)),
      }).toEqual({
        script,
        found: true,
      })
    }
  })

  test('Ada Quill has a free contract that starts in three weeks, and nothing else', () => {
    const contracts = recordsOf('Ada Quill')
    expect(contracts).toMatchObject([
      { kind: 'contract', locationExternalId: '1001', price: '0.00', endsAt: null },
    ])
    expect(contracts).toMatchObject([{ startsAt: Date.parse('2026-12-15T00:00:00Z') }])
  })

  test('Kit Moss has a booking that was cancelled the next day, and nothing else', () => {
    const [booking, ...others] = recordsOf('Kit Moss')
    if (booking?.kind !== 'booking') return expect.unreachable('Kit Moss has no booking')
    expect(others).toEqual([])
    expect(new Date(booking.madeAt).toISOString()).toMatch(/^2026-11-21/)
    expect(new Date(booking.cancelledAt ?? 0).toISOString()).toMatch(/^2026-11-22/)
    expect(ofKind(records, 'location')[0]).toMatchObject({ externalId: '1001', name: 'Harbour Loft' })
  })

  test('a location is billed every month at its own hour, and last within the past month', () => {
    for (const { externalId, timeZone } of ofKind(records, 'location')) {
      const cutOffs = ofKind(records, 'platform_invoice')
        .filter((one) => one.locationExternalId === externalId)
        .map((one) => one.cutOffAt)
      const form = new Intl.DateTimeFormat('en-GB', {
        timeZone,
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
      })
      expect(cutOffs.length).toBe(12)
      expect(new Set(cutOffs.map((at) => form.format(at))).size).toBe(1)
      expect(cutOffs.toSorted((one, other) => one - other)).toEqual(cutOffs)
      expect(NOW - Math.max(...cutOffs)).toBeLessThan(32 * DAY)
    }
  })

  function recordsOf(name: string): NetworkedRecord[] {
    const customer = ofKind(records, 'customer').find((one) => one.name === name)
    return records.filter(
      (one) => 'customerExternalId' in one && one.customerExternalId === customer?.externalId,
    )
  }
})

function evidenceKinds(record: NetworkedRecord): string[] {
  switch (record.kind) {
    case 'contract': {
      if (record.endsAt !== null && record.endsAt <= NOW) return ['contract.ended']
      if ((record.startsAt ?? 0) > NOW) return ['contract.future_start']
      return [Number(record.price) === 0 ? 'contract.free' : 'contract.running']
    }
    case 'pause':
      return record.until === null || record.until > NOW ? ['contract.frozen'] : []
    case 'booking':
      return [`booking.${record.cancelledAt === null ? record.evidenceKind : 'cancelled'}`]
    case 'customer_invoice':
      return [`customer_invoice.${record.evidenceKind}`]
    case 'recurring_product':
      if (record.renewal === null) return ['recurring_product.one_off']
      if (record.renewal.until !== null && record.renewal.until <= record.soldAt)
        return ['recurring_product.ended']
      return occurrences(record, NOW).length > 1
        ? ['recurring_product.sold', 'recurring_product.renewed']
        : ['recurring_product.sold']
    case 'team':
      return record.hasMergedBilling ? ['team.paying_customer'] : []
    default:
      return []
  }
}

describe('shares', () => {
  const instants = [
    '2026-11-24T12:00:00Z',
    '2026-03-01T00:00:00Z',
    '2028-02-29T23:59:59.999Z',
    '2027-01-16T09:30:00Z',
  ]
  const worlds = instants.map((instant, index) => ({ now: Date.parse(instant), seed: index + 1 }))

  for (const { now, seed } of worlds) {
    test(`at ${new Date(now).toISOString()}, seed ${seed}, every location is alive`, async () => {
      const options = { locations: 8, customers: 8 * 90, seed, now }
      const tallies = tally(await readAll(options), now)
      for (const { locationExternalId, windowFrom, sources } of tallies) {
        const only = (source: Source) =>
          [...sources.values()].filter((one) => one.size === 1 && one.has(source))
        const empty = SOURCES.filter((source) => only(source).length === 0)
        expect({ locationExternalId, empty }).toEqual({ locationExternalId, empty: [] })
        expect(now - windowFrom).toBeGreaterThan(4 * DAY)
        expect(now - windowFrom).toBeLessThan(32 * DAY)
      }
      const activeUsers = tallies.reduce((sum, { sources }) => sum + sources.size, 0)
      expect(activeUsers / options.customers).toBeGreaterThan(0.3)
      expect(activeUsers / options.customers).toBeLessThan(0.45)
    })
  }

  test('at the default size between 25 % and 45 % of customers are active users of each location', () => {
    const tallies = tally(records, NOW)
    for (const { externalId, customerCount } of layOut(planDemo(DEFAULTS))) {
      const share =
        (tallies.find((one) => one.locationExternalId === externalId)?.sources.size ?? 0) / customerCount
      expect(share).toBeGreaterThan(0.25)
      expect(share).toBeLessThan(0.45)
    }
  })

  test('bookings: 8 % cancelled, 5 % at the sister location, a quiet weekend, few customers make most', async () => {
    const options = { ...DEFAULTS, locations: 2, customers: 6_000 }
    const bookings = ofKind(await readAll(options), 'booking')
    const firstSize = layOut(options)[0]?.customerCount ?? 0
    const homeOf = (customer: string) => (Number(customer) - 100_001 < firstSize ? '1001' : '1002')
    const share = (test: (one: (typeof bookings)[number]) => boolean) =>
      bookings.filter(test).length / bookings.length
    expect(share((one) => one.cancelledAt !== null)).toBeCloseTo(0.08, 2)
    expect(share((one) => one.evidenceKind === 'free')).toBeCloseTo(0.13, 2)
    expect(share((one) => one.evidenceKind === 'tentative')).toBeGreaterThan(0)
    expect(share((one) => new Date(one.madeAt).getUTCDay() % 6 === 0)).toBeLessThan(0.1)
    expect(share((one) => one.locationExternalId !== homeOf(one.customerExternalId))).toBeCloseTo(0.05, 2)
    const perCustomer = new Map<string, number>()
    for (const { customerExternalId: id } of bookings) perCustomer.set(id, (perCustomer.get(id) ?? 0) + 1)
    const counts = [...perCustomer.values()].sort((one, other) => other - one)
    const busiestTenth = counts.slice(0, counts.length / 10).reduce((sum, count) => sum + count, 0)
    expect(busiestTenth / bookings.length).toBeGreaterThan(0.35)
  })

  test('about 60 % of teams have merged billing', async () => {
    const teams = ofKind(await readAll({ ...DEFAULTS, locations: 10, customers: 6_000 }), 'team')
    expect(teams.filter((team) => team.hasMergedBilling).length / teams.length).toBeCloseTo(0.6, 1)
  })
})

describe('options', () => {
  const refused: [keyof DemoOptions, number][] = [
    ['locations', 0],
    ['locations', 5_001],
    ['locations', 1.5],
    ['customers', 0],
    ['customers', 10_000_001],
    ['customers', Number.NaN],
    ['seed', 2 ** 32],
    ['seed', -(2 ** 31) - 1],
    ['seed', 0.5],
    ['now', Number.POSITIVE_INFINITY],
    ['now', 0],
  ]
  test.each(refused)('%s of %d is refused with a sentence', (name, value) => {
    const plan = () => planDemo({ ...DEFAULTS, [name]: value })
    expect(plan).toThrow(HeadcountError)
    expect(plan).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }))
    expect(plan).toThrow(new RegExp(`^${name} must be .+; it is .+\\.$`))
  })

  test('the limits themselves are fine, and location names are unique at the largest size', async () => {
    expect(() =>
      planDemo({ locations: 5_000, customers: 10_000_000, seed: -(2 ** 31), now: NOW }),
    ).not.toThrow()
    const names = ofKind(await readAll({ ...DEFAULTS, locations: 5_000, customers: 1 }), 'location').map(
      ({ name }) => name,
    )
    expect(new Set(names).size).toBe(5_000)
  })
})
