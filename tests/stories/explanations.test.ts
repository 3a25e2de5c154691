// What an explanation says beside its verdicts: sentences, instants, records, and what would change the answer.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Database } from '#database/database'
import { type Explanation, explainCustomer } from '#services/active-users/explain'
import { programContext } from '#services/context'
import { ruleSetWithout } from '../oracle/ask-product.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { tell } from './support/tell.ts'

describe.each(ENGINE_CASES)('explanations, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  beforeEach(() => emptyAllTables(db))
  afterAll(() => db.close())

  interface Question {
    readonly customer: string
    readonly asOf: string
    readonly location?: string
    readonly ruleSet?: typeof DEFAULT_RULE_SET
  }

  async function explain(
    story: string,
    { asOf, location = 'loft', ...question }: Question,
  ): Promise<Explanation> {
    await tell(db, story)
    const context = programContext(db, () => new Date('2030-01-01T00:00:00Z'))
    return explainCustomer(context, { ...question, location, asOf: new Date(asOf) })
  }

  test('says why somebody counts, with the plan and the day on which it starts', async () => {
    const explained = await explain('2026-11-09  ada  contract free starts 2026-12-15', {
      ...{ customer: 'ada', asOf: '2026-11-20T12:00:00Z' },
    })
    expect(explained.sentence).toBe(
      'ada counts at loft because of a free contract (Hot desk) that starts on 15 Dec 2026.',
    )
    expect(explained).toMatchObject({
      ...{ asOf: '2026-11-20T12:00:00.000Z', ruleSet: '2024-01', isActiveUser: true, sources: ['contract'] },
      location: { name: 'loft', windowFrom: '2020-01-01T00:00:00.000Z' },
      customer: { name: 'ada', isSuspended: false },
    })
  })

  test('says why somebody does not count, with both days and the rule set', async () => {
    const story = `
      2026-11-01       platform-invoice
      2026-11-21  kit  booking
      2026-11-22  kit  booking cancelled`
    const explained = await explain(story, { customer: 'kit', asOf: '2026-11-25' })
    expect(explained.sentence).toBe(
      'kit does not count at loft: a booking of 21 Nov 2026 was cancelled on 22 Nov 2026 (rule set 2024-01).',
    )
    expect(explained).toMatchObject({ isActiveUser: false, sources: [] })
  })

  test('says since when there is nothing where there is nothing', async () => {
    const story = `
      2026-11-01       platform-invoice
      2026-10-01  kit  customer`
    const explained = await explain(story, { customer: 'kit', asOf: '2026-11-25' })
    expect(explained.sentence).toBe(
      'kit does not count at loft: no contract, and nothing since 1 Nov 2026 (rule set 2024-01).',
    )
    expect(explained.evidence).toEqual([])
    expect(explained.wouldChange).toEqual([
      'A contract, a booking, a customer invoice or a recurring product at loft before the next platform invoice.',
    ])
  })

  test('tells days as the location’s clock shows them', async () => {
    const story = `
      2020-01-01              loft  location in Pacific/Auckland
      2026-11-20T23:30        kit   booking`
    const explained = await explain(story, { customer: 'kit', asOf: '2026-11-25' })
    expect(explained.sentence).toBe('kit counts at loft because of a booking of 21 Nov 2026.')
    expect(explained.evidence[0]?.at).toBe('2026-11-20T23:30:00.000Z')
  })

  test('names a source once, and how much more there is of it', async () => {
    const story = `
      2026-11-01       platform-invoice
      2026-11-02  ana  contract
      2026-11-03  ana  booking
      2026-11-04  ana  booking free
      2026-11-05  ana  booking`
    const explained = await explain(story, { customer: 'ana', asOf: '2026-11-25' })
    expect(explained.sentence).toBe(
      'ana counts at loft because of a contract (Hot desk) and a booking of 5 Nov 2026 (and 2 more by booking).',
    )
    expect(explained.wouldChange).toEqual([
      'All of the following together:',
      'The customer being suspended or archived, or the end of the contract; no end is set.',
      'The next platform invoice: a booking of 5 Nov 2026, a free booking of 4 Nov 2026 and a booking of 3 Nov 2026 will not count after it.',
    ])
  })

  test('lists what counts first within each source, with its instants and its record', async () => {
    const story = `
      2026-10-01       platform-invoice
      2026-11-01       platform-invoice
      2026-10-05  ana  contract until 2026-11-10
      2026-10-06  ana  contract until 2027-03-01
      2026-10-10  ana  booking
      2026-11-03  ana  booking
      2026-11-04  ana  invoice draft
      2026-11-05  ana  invoice`
    const explained = await explain(story, { customer: 'ana', asOf: '2026-11-25' })
    const told = explained.evidence.map(({ source, kind, counts, at, until, record }) => ({
      ...{
        what: `${source}.${kind}`,
        counts,
        at: at?.slice(0, 10),
        until: until?.slice(0, 10) ?? null,
        type: record.type,
      },
    }))
    const day = (what: string, type: string, counts: boolean, at: string, until: string | null = null) => ({
      ...{ what, counts, at, until, type },
    })
    expect(told).toEqual([
      day('contract.running', 'contract', true, '2026-10-06', '2027-03-01'),
      day('contract.ended', 'contract', false, '2026-10-05', '2026-11-10'),
      day('booking.made', 'booking', true, '2026-11-03'),
      day('booking.made', 'booking', false, '2026-10-10'),
      day('customer_invoice.issued', 'customer invoice', true, '2026-11-05'),
      day('customer_invoice.draft', 'customer invoice', false, '2026-11-04'),
    ])
    expect(new Set(explained.evidence.map(({ record }) => record.externalId)).size).toBe(6)
    expect(explained.wouldChange[1]).toBe(
      'The customer being suspended or archived, or the end of the contract on 1 Mar 2027.',
    )
  })

  test('looks back one window and no further', async () => {
    const story = `
      2026-09-01       platform-invoice
      2026-10-01       platform-invoice
      2026-11-01       platform-invoice
      2026-09-30T23:59:59.999  ana  booking
      2026-10-01       ana  booking
      2026-08-15       ana  product`
    const explained = await explain(story, { customer: 'ana', asOf: '2026-11-10' })
    expect(explained.evidence.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'made 2026-10-01T00:00:00.000Z',
      'renewed 2026-10-15T00:00:00.000Z',
    ])
    expect(explained.evidence.map(({ silentReason }) => silentReason)).toEqual([
      'before_window',
      'before_window',
    ])
  })

  test('says when a recurring product renews next', async () => {
    const story = `
      2026-10-15  ana  product
      2026-11-01       platform-invoice`
    const explained = await explain(story, { customer: 'ana', asOf: '2026-11-10' })
    expect(explained.isActiveUser).toBe(false)
    expect(explained.wouldChange[0]).toBe(
      'The recurring product (Locker) renews on 15 Nov 2026 and counts from then.',
    )
  })

  test('says through whom a member counts, and since when', async () => {
    const story = `
      2026-10-01  north  team of ana paid by ana
      2026-10-05         import
      2026-10-10  north  team of ana, ben paid by ana
      2026-10-12         import
      2026-10-20  ana    contract
      2026-10-21         import`
    const explained = await explain(story, { customer: 'ben', asOf: '2026-11-10' })
    expect(explained.sentence).toBe(
      'ben counts at loft because of the team north with merged billing, whose paying customer ana has a contract (Hot desk).',
    )
    expect(explained.evidence).toMatchObject([
      {
        ...{ source: 'team', at: '2026-10-10T00:00:00.000Z', until: null },
        record: { type: 'team', externalId: 'north' },
        sentence: 'The team north with merged billing, whose paying customer ana has a contract (Hot desk).',
      },
    ])
    expect(explained.wouldChange).toEqual([
      'Leaving the team, an end of its merged billing, or the paying customer losing his own sources.',
    ])
  })

  test('says until when a membership held, whichever of team and billing ended first', async () => {
    const story = `
      2026-10-01  north  team of ana, ben paid by ana
      2026-10-02  ana    contract
      2026-10-03         import
      2026-10-20  north  team of ana paid by ana
      2026-10-21         import
      2026-10-30  north  team of ana paid by ana not merged
      2026-10-31         import`
    const explained = await explain(story, { customer: 'ben', asOf: '2026-10-10' })
    expect(explained.evidence).toMatchObject([
      { source: 'team', counts: true, until: '2026-10-20T00:00:00.000Z' },
    ])
  })

  test('at the very instant of a platform invoice the window before is the one that it closed', async () => {
    const story = `
      2026-09-01       platform-invoice
      2026-10-01       platform-invoice
      2026-11-01       platform-invoice
      2026-09-15  ana  booking
      2026-10-15  ana  booking`
    const explained = await explain(story, { customer: 'ana', asOf: '2026-11-01' })
    expect(explained.location.windowFrom).toBe('2026-11-01T00:00:00.000Z')
    expect(explained.evidence.map(({ at }) => at)).toEqual(['2026-10-15T00:00:00.000Z'])
  })

  test('a renewal at the very instant of a platform invoice is told of the window that it begins', async () => {
    const story = `
      2025-11-01  ana  product yearly
      2026-10-01       platform-invoice
      2026-11-01       platform-invoice`
    const explained = await explain(story, { customer: 'ana', asOf: '2026-11-10' })
    expect(explained.evidence.map(({ kind, counts, at }) => `${kind} ${counts} ${at}`)).toEqual([
      'renewed true 2026-11-01T00:00:00.000Z',
    ])
  })

  test('a renewal at the very instant that is asked about is still to come', async () => {
    const story = `
      2026-10-15  ana  product
      2026-11-01       platform-invoice`
    const explained = await explain(story, { customer: 'ana', asOf: '2026-11-15' })
    expect(explained).toMatchObject({ isActiveUser: false })
    expect(explained.wouldChange[0]).toBe(
      'The recurring product (Locker) renews on 15 Nov 2026 and counts from then.',
    )
  })

  test('a sale does not hide the later renewals of its own product, nor those of another', async () => {
    const story = `
      2026-11-02  ana  product weekly
      2026-11-01  ana  product daily from 2026-11-03 until 2026-11-04`
    const explained = await explain(story, { customer: 'ana', asOf: '2026-11-05' })
    expect(explained.evidence.map(({ kind, at }) => `${kind} ${at?.slice(0, 10)}`)).toEqual([
      'sold 2026-11-02',
      'sold 2026-11-01',
      'renewed 2026-11-03',
    ])
  })

  test('says what would make a suspended customer and an idle team count', async () => {
    const story = `
      2026-10-01  north  team of ana, ben paid by ana
      2026-10-02  ana    contract
      2026-10-05  ana    suspended`
    const suspended = await explain(story, { customer: 'ana', asOf: '2026-11-10' })
    expect(suspended.customer.isSuspended).toBe(true)
    expect(suspended.wouldChange[0]).toMatch(/^If the customer is resumed, the contract counts at once/)
    const context = programContext(db, () => new Date('2026-11-10T00:00:00Z'))
    const member = await explainCustomer(context, { customer: 'ben', location: 'loft' })
    expect(member.evidence.map(({ sentence }) => sentence)).toEqual([
      'The team north has a paying customer without a source of their own at this location.',
    ])
    expect(member.wouldChange[0]).toMatch(
      /^If the paying customer of the team gets a source at this location/,
    )
  })

  test('a customer without any record at a location is suspended there as well', async () => {
    const explained = await explain('2026-10-05  ana  suspended', { customer: 'ana', asOf: '2026-11-10' })
    expect(explained.customer.isSuspended).toBe(true)
  })

  test('a repeat that has ended is told by the day of its end', async () => {
    const story = `
      2026-08-10  ana  product until 2026-10-20
      2026-11-01       platform-invoice`
    const explained = await explain(story, { customer: 'ana', asOf: '2026-11-10' })
    const ended = explained.evidence.filter(({ kind }) => kind === 'ended')
    expect(ended.map(({ sentence }) => sentence)).toEqual([
      'A recurring product (Locker) whose repeat ended on 20 Oct 2026 is of a kind that does not count (rule set 2024-01).',
    ])
    expect(explained.wouldChange.join()).not.toContain('renews')
  })

  test('a repeat that will end before it renews has not ended yet', async () => {
    const story = `
      2026-09-10  ana  product until 2026-12-05
      2026-11-15       platform-invoice`
    const explained = await explain(story, { customer: 'ana', asOf: '2026-11-20' })
    expect(explained.evidence.filter(({ kind }) => kind === 'ended')).toEqual([])
  })

  test('a repeat that ends at the very instant that is asked about is told as ended from then on', async () => {
    const story = `
      2026-09-10  ana  product until 2026-10-09
      2026-09-15       platform-invoice`
    const context = programContext(db, () => new Date('2026-10-09T00:00:00.001Z'))
    const atItsEnd = await explain(story, { customer: 'ana', asOf: '2026-10-09' })
    const after = await explainCustomer(context, { customer: 'ana', location: 'loft' })
    expect(atItsEnd.evidence.map(({ kind }) => kind)).toEqual(['sold'])
    expect(after.evidence.map(({ kind }) => kind)).toEqual(['sold', 'ended'])
  })

  test('a renewal at the instant of the sale speaks where sales do not count', async () => {
    const ruleSet = ruleSetWithout(DEFAULT_RULE_SET, 'no-sales', ['recurring_product.sold'])
    const explained = await explain('2026-11-05  ana  product', {
      customer: 'ana',
      asOf: '2026-11-10',
      ruleSet,
    })
    expect(explained).toMatchObject({
      ruleSet: 'no-sales',
      isActiveUser: true,
      sources: ['recurring_product'],
    })
    const context = programContext(db, () => new Date('2026-11-10T00:00:00Z'))
    const byDefault = await explainCustomer(context, { customer: 'ana', location: 'loft' })
    expect(explained.evidence.map(({ kind, counts }) => `${kind} ${counts}`)).toEqual([
      'renewed true',
      'sold false',
    ])
    expect(byDefault.evidence.map(({ kind, counts }) => `${kind} ${counts}`)).toEqual(['sold true'])
  })

  test('every question is answered for the location that is asked about', async () => {
    const story = `
      2020-01-01  loft  location
      2020-01-01  pier  location
      2026-10-05  ana   contract at loft
      2026-10-06  ana   booking at pier`
    const loft = await explain(story, { customer: 'ana', asOf: '2026-11-10' })
    const context = programContext(db, () => new Date('2026-11-10T00:00:00Z'))
    const pier = await explainCustomer(context, { customer: 'ana', location: 'pier' })
    expect(loft.sources).toEqual(['contract'])
    expect(pier.sources).toEqual(['booking'])
  })
})
