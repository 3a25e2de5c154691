// Price plans as dated data: versions, assignments to locations, billing anchors, and who may see and change them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PricePlan } from '#billing/price-plan'
import type { Database } from '#database/database'
import type { Asker } from '#services/asker'
import { createHeadcount, type Headcount } from '#services/headcount'
import { base, contextOf, importAll, NETWORK, type TestContext } from '../records/network.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'

const plan: PricePlan = {
  name: 'Standard',
  currency: 'EUR',
  baseFee: '80',
  addOns: [{ id: 'doors', name: 'Doors', kind: 'per_unit', unitPrice: '4' }],
}
const dearer = { ...plan, baseFee: '90' }

describe.each(ENGINE_CASES)('price plans on %s', (engine) => {
  let db: Database
  let context: TestContext
  let headcount: Headcount
  let networkIds: number[]

  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    context = contextOf(db)
    headcount = createHeadcount(context)
    await importAll(context, base)
    networkIds = (await headcount.networks()).map(({ networkId }) => networkId)
  })

  /** Somebody with a role in the network. */
  function as(role: 'network_owner' | 'viewer'): Headcount {
    const grants = networkIds.map((networkId) => ({ networkId, role, locationIds: 'all' as const }))
    const asker: Asker = { ...context.asker, grants }
    return createHeadcount({ database: db, now: () => context.clock, asker })
  }
  test('a plan holds since ever, its later versions from when they say', async () => {
    expect(await headcount.createPricePlan({ plan })).toMatchObject({ version: 1, hasChanges: true })
    context.clock = new Date('2026-12-01T00:00:00Z')
    const validFrom = new Date('2027-01-01T00:00:00Z')
    expect(await headcount.revisePricePlan({ plan: dearer, validFrom })).toMatchObject({ version: 2 })
    const before = await headcount.getPricePlan('Standard')
    expect(before.current).toMatchObject({ version: 1, validFrom: null, plan })
    context.clock = validFrom
    const after = await headcount.getPricePlan(String(before.pricePlanId))
    expect(after.current).toMatchObject({ version: 2, plan: dearer })
    expect(after.versions.map(({ version }) => version)).toEqual([2, 1])
  })

  test('an import makes a plan, adds a version, and the second time changes nothing', async () => {
    const outcomes = []
    for (const document of [plan, plan, dearer, dearer, plan]) {
      context.clock = new Date(context.clock.getTime() + 1000)
      const { version, hasChanges } = await headcount.importPricePlan({ plan: document })
      outcomes.push([version, hasChanges])
    }
    expect(outcomes).toEqual([
      [1, true],
      [1, false],
      [2, true],
      [2, false],
      [3, true],
    ])
    const { entries } = await headcount.listAudit()
    expect(entries.map(({ action }) => action)).toEqual([
      'price_plan.revise',
      'price_plan.revise',
      'price_plan.create',
    ])
    expect((await headcount.verifyAudit()).isIntact).toBe(true)
  })

  test('two at once add two versions', async () => {
    await headcount.createPricePlan({ plan })
    const revisions = ['91', '92', '93'].map((baseFee) =>
      headcount.revisePricePlan({ plan: { ...plan, baseFee } }),
    )
    const saved = await Promise.all(revisions)
    expect(saved.map(({ version }) => version).sort()).toEqual([2, 3, 4])
  })

  test('no version can be changed or removed', async () => {
    await headcount.createPricePlan({ plan })
    for (const change of ['update price_plan_versions set version = 9', 'delete from price_plan_versions']) {
      await expect(db.script(change)).rejects.toThrow('only grows')
    }
  })

  test('what cannot be is refused', async () => {
    await headcount.createPricePlan({ plan })
    const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code })
    await refused(headcount.createPricePlan({ plan }), 'PRICE_PLAN_TAKEN')
    await refused(headcount.createPricePlan({ plan: { ...plan, currency: 'X' } }), 'PRICE_PLAN_INVALID')
    await refused(headcount.revisePricePlan({ plan: { ...plan, name: 'Other' } }), 'PRICE_PLAN_NOT_FOUND')
    await refused(
      headcount.revisePricePlan({ pricePlan: 'Standard', plan: { ...plan, name: 'Other' } }),
      'PRICE_PLAN_INVALID',
    )
    await refused(headcount.getPricePlan('Nothing'), 'PRICE_PLAN_NOT_FOUND')
    await refused(
      headcount.assignPricePlan({ location: 'loft', pricePlan: 'Nothing' }),
      'PRICE_PLAN_NOT_FOUND',
    )
    await refused(headcount.assignPricePlan({ location: 'nowhere', pricePlan: null }), 'LOCATION_NOT_FOUND')
    const lamps = { location: 'loft', pricePlan: 'Standard', addOns: { lamps: 1 } }
    await refused(headcount.assignPricePlan(lamps), 'PRICE_PLAN_INVALID')
    await refused(
      headcount.setBillingAnchor({ location: 'loft', startsOn: '2026-02-30' }),
      'INVALID_ARGUMENT',
    )
  })

  test('a location has the plan that was assigned last by then, and none after none', async () => {
    await headcount.createPricePlan({ plan })
    const at = (text: string) => new Date(`${text}T00:00:00Z`)
    const loft = { location: 'loft', network: NETWORK }
    await headcount.assignPricePlan({
      ...loft,
      pricePlan: 'Standard',
      addOns: { doors: 2 },
      from: at('2026-11-01'),
    })
    await headcount.assignPricePlan({ ...loft, pricePlan: null, from: at('2026-12-01') })
    await headcount.setBillingAnchor({ ...loft, startsOn: '2026-01-31', localTime: '09:00' })
    const billing = await headcount.getLocationBilling(loft)
    expect(billing).toMatchObject({
      anchor: { startsOn: '2026-01-31', localTime: '09:00', every: 'month' },
      nextCutOffAt: '2026-11-30T09:00:00.000Z',
      current: { addOns: { doors: 2 }, version: { version: 1 } },
    })
    expect(billing.assignments).toHaveLength(2)
    context.clock = at('2026-12-01')
    expect((await headcount.getLocationBilling(loft)).current).toBeNull()
    // the same instant again replaces what was said of it
    await headcount.assignPricePlan({ ...loft, pricePlan: 'Standard', from: at('2026-12-01') })
    expect((await headcount.getLocationBilling(loft)).current).toMatchObject({ addOns: {} })
    const again = await headcount.setBillingAnchor({ ...loft, startsOn: '2026-01-31', localTime: '09:00' })
    expect(again.hasChanges).toBe(false)
    const { entries } = await headcount.listAudit({ network: NETWORK })
    expect(entries.map(({ action }) => action)).toEqual([
      'price_plan.assign',
      'billing_anchor.set',
      'price_plan.assign',
      'price_plan.assign',
      ...entries.slice(4).map(({ action }) => action),
    ])
  })

  test('locations get a plan together or not at all, and each is told its coming charge before and after', async () => {
    await headcount.createPricePlan({ plan })
    await headcount.createPricePlan({ plan: { ...dearer, name: 'Dearer' } })
    const from = new Date('2026-11-25T00:00:00Z')
    await headcount.assignPricePlan({ location: 'loft', pricePlan: 'Standard' })
    await headcount.setBillingAnchor({ location: 'loft', startsOn: '2026-12-01' })
    await headcount.setBillingAnchor({ location: 'pier', startsOn: '2026-12-03' })
    const asked = { pricePlan: 'Dearer', locations: ['loft', 'pier'], addOns: { doors: 2 }, from }
    const tried = await headcount.assignPricePlanToMany({ ...asked, dryRun: true })
    const before = await headcount.forecastPlatformInvoice({ location: 'loft' })
    expect(tried.locations).toMatchObject([
      {
        name: 'Location loft',
        cutOffAt: before.cutOffAt,
        activeUsers: before.count,
        before: { pricePlan: 'Standard', totalMinor: before.charge?.totalMinor },
        after: { pricePlan: 'Dearer', version: 1, totalMinor: 9800 },
      },
      { name: 'Location pier', before: null, after: { totalMinor: 9800 } },
    ])
    expect((await headcount.getLocationBilling({ location: 'pier' })).assignments).toEqual([])
    const entries = async () => (await headcount.listAudit({ network: NETWORK })).entries.length
    const audited = await entries()
    for (const wrong of [
      { ...asked, locations: ['loft', 'nowhere'] },
      { ...asked, addOns: { lamps: 1 } },
      { ...asked, locations: [] },
    ]) {
      await expect(headcount.assignPricePlanToMany(wrong)).rejects.toMatchObject({
        code: expect.stringMatching(/^(LOCATION_NOT_FOUND|PRICE_PLAN_INVALID|INVALID_ARGUMENT)$/),
      })
    }
    expect(await entries()).toBe(audited)
    const done = await headcount.assignPricePlanToMany(asked)
    expect(done).toEqual({ ...tried, dryRun: false })
    expect(await entries()).toBe(audited + 2)
    const after = await headcount.forecastPlatformInvoice({ location: 'loft' })
    expect(after.charge?.totalMinor).toBe(9800)
    await expect(as('network_owner').assignPricePlanToMany(asked)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('owners and viewers see the plans of their locations, and change none', async () => {
    await headcount.createPricePlan({ plan })
    await headcount.createPricePlan({ plan: { ...plan, name: 'Of somebody else' } })
    await headcount.assignPricePlan({ location: 'loft', pricePlan: 'Standard' })
    const owner = as('network_owner')
    for (const reader of [owner, as('viewer')]) {
      expect((await reader.listPricePlans()).map(({ name }) => name)).toEqual(['Standard'])
      await expect(reader.getPricePlan('Of somebody else')).rejects.toMatchObject({
        code: 'PRICE_PLAN_NOT_FOUND',
      })
      expect(await reader.getLocationBilling({ location: 'loft' })).toMatchObject({ current: { addOns: {} } })
    }
    expect((await owner.previewPrice({ plan, count: 3, upTo: 10 })).curve?.points).toHaveLength(11)
    const forbidden = [
      () => owner.createPricePlan({ plan: { ...plan, name: 'Mine' } }),
      () => owner.importPricePlan({ plan }),
      () => owner.assignPricePlan({ location: 'loft', pricePlan: null }),
      () => owner.setBillingAnchor({ location: 'loft', startsOn: '2026-01-01' }),
      () => as('viewer').setBillingAnchor({ location: 'loft', startsOn: '2026-01-01' }),
    ]
    for (const work of forbidden) await expect(work()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
