// A second system under the same rules: a folder of answers in the form that dev.cobot.me documents.
import { describe, expect, it, onTestFinished } from 'vitest'
import { openCobotFolder } from '#connectors/cobot/reader'
import { programContext } from '#services/context'
import { importRecords } from '#services/imports/import-records'
import { whoCounts } from '../stories/support/export.ts'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'
import { at, errorOf, folderWith, ofKind, readEverything } from './support.ts'

const QUAY = {
  id: 'space-quay',
  name: 'Quay',
  subdomain: 'quay',
  time_zone_name: 'Europe/Berlin',
  currency: 'EUR',
  created_at: '2025/01/05',
}
const MILL = { ...QUAY, id: 'space-mill', name: 'Mill', subdomain: 'mill', time_zone_name: 'America/Bogota' }

function membership(id: string, name: string, more: object = {}) {
  const plan = { name: 'Flex', total_price_per_cycle: '105.00' }
  const dates = { confirmed_at: '2026/03/01 12:00:00 +0000', starts_at: '2026/03/01', canceled_to: null }
  return {
    id,
    name,
    email: `${id}@example.org`,
    address: { company: null },
    user: null,
    plan,
    ...dates,
    ...more,
  }
}

const unconfirmed = { confirmed_at: null }
const WORLD = {
  'spaces.json': [QUAY, MILL],
  'memberships-quay.json': [
    membership('m1', 'Ada Kay', { user: { id: 'u1', email: 'ada@example.org' } }),
    membership('m2', 'Ben Frost', { canceled_to: '2026/11/09' }),
    membership('m3', 'Cleo Ness', unconfirmed),
    membership('m4', '山田 花子', unconfirmed),
    membership('m5', 'Dov Lind', unconfirmed),
    membership('m6', 'Eve Holm', unconfirmed),
  ],
  'memberships-mill.json': [membership('m9', 'Ada Kay', { user: { id: 'u1' }, ...unconfirmed })],
  'teams-quay.json': [
    {
      memberships: [
        { membership: { id: 'm1', name: 'Ada Kay' }, role: 'paying' },
        { membership: { id: 'm5', name: 'Dov Lind' }, role: 'paid' },
      ],
    },
  ],
  'bookings-quay.json': [
    booking('b1', { membership: { id: 'm3', name: 'Cleo Ness' }, price: 0 }),
    booking('b2', { event: { id: 'e1' }, price: 10 }),
  ],
  'bookings-mill.json': [booking('b3', { membership: { id: 'm9' }, price: 10 })],
  'invoices-quay.json': [
    invoice('i1', { membership_id: 'm4', created_at: '2026/11/05' }),
    invoice('i2', { membership_id: 'm6', items: [{ total_amount: '80.0' }, { total_amount: '-80.0' }] }),
    invoice('i3', { membership_id: 'm6', items: [{ total_amount: '-80.0' }] }),
    invoice('i4', { membership_id: null, contact_id: 'c1' }),
  ],
}

function booking(id: string, more: object) {
  return { id, from: '2027/01/08 09:00:00 +0000', created_at: '2026/11/06 10:00:00 +0000', ...more }
}

function invoice(id: string, more: object) {
  return { id, contact_id: null, created_at: '2026/11/06', items: [{ total_amount: '80.0' }], ...more }
}

async function readWorld(changes: Readonly<Record<string, unknown>> = {}) {
  return readEverything(await openCobotFolder(await folderWith({ ...WORLD, ...changes })))
}

describe('what is read', () => {
  it('is a person once, with a contract for each confirmed membership', async () => {
    const { records } = await readWorld()
    const ada = ofKind(records, 'customer').filter(({ name }) => name === 'Ada Kay')
    expect(ada.map(({ externalId }) => externalId)).toEqual(['u1', 'u1'])
    expect(ofKind(records, 'contract')).toEqual([
      expect.objectContaining({
        externalId: 'm1',
        locationExternalId: 'space-quay',
        customerExternalId: 'u1',
        planName: 'Flex',
        price: '105.00',
        createdAt: at('2026-03-01T12:00:00Z'),
        startsAt: at('2026-02-28T23:00:00Z'),
        endsAt: null,
      }),
      expect.objectContaining({ externalId: 'm2', endsAt: at('2026-11-09T23:00:00Z') }),
    ])
  })

  it('tells kinds of bookings and invoices by their amounts, and days by the clock of the space', async () => {
    const { records } = await readWorld()
    const bookings = ofKind(records, 'booking').map((one) => [one.externalId, one.evidenceKind])
    expect(bookings).toEqual([
      ['b1', 'free'],
      ['b3', 'made'],
    ])
    const invoices = ofKind(records, 'customer_invoice').map((one) => [one.externalId, one.evidenceKind])
    expect(invoices).toEqual([
      ['i1', 'issued'],
      ['i2', 'zero_value'],
      ['i3', 'credit_note'],
    ])
    expect(ofKind(records, 'customer_invoice')[0]?.issuedAt).toBe(at('2026-11-04T23:00:00Z'))
    expect(ofKind(records, 'location')[1]?.createdAt).toBe(at('2025-01-05T00:00:00Z'))
  })

  it('tells of each record that it cannot use, once, where it stands', async () => {
    const { problems } = await readWorld({
      'memberships-mill.json': [
        membership('', 'Nobody'),
        7,
        membership('m8', 'Fay', { user: { id: {} }, starts_at: '2026/13/01' }),
      ],
      'bookings_mill.json': [],
      'teams-quay.json': [
        { memberships: [] },
        { memberships: [{ role: 'paid' }, { membership: { id: 'm1' } }] },
      ],
      'bookings-mill.json': [booking('b9', { membership: { id: 'm1' }, created_at: '2026/02/30' })],
    })
    expect(problems.map(({ file, record, field, severity }) => [file, record, field, severity])).toEqual([
      ['bookings_mill.json', '', '', 'warning'],
      ['memberships-mill.json', '#1', 'id', 'skipped'],
      ['memberships-mill.json', '#2', '', 'skipped'],
      ['memberships-mill.json', 'm8', 'user.id', 'skipped'],
      ['memberships-mill.json', 'm8', 'starts_at', 'skipped'],
      ['teams-quay.json', '#1', 'memberships', 'skipped'],
      ['teams-quay.json', '#2', 'memberships', 'warning'],
      ['bookings-mill.json', 'b9', 'created_at', 'skipped'],
      ['invoices-quay.json', 'i4', 'contact_id', 'skipped'],
    ])
  })

  it('never leads out of its folder', async () => {
    const { records, problems } = await readWorld({ 'spaces.json': [{ ...QUAY, subdomain: '../quay' }] })
    expect(records).toEqual([])
    expect(problems[0]).toMatchObject({ file: 'spaces.json', field: 'subdomain', severity: 'skipped' })
  })

  it('needs the spaces, whole', async () => {
    const { 'spaces.json': _spaces, ...rest } = WORLD
    expect((await errorOf(openCobotFolder(await folderWith(rest)))).code).toBe('IMPORT_FOLDER_EMPTY')
    const broken = errorOf(openCobotFolder(await folderWith({ ...WORLD, 'spaces.json': '[{"id": 1' })))
    expect((await broken).code).toBe('IMPORT_FILE_SYNTAX')
  })
})

describe.each(ENGINE_CASES)('on %s', (engine) => {
  it('counts under the same rules, and the same import again changes nothing', async () => {
    const db = await openTestDatabase(engine)
    onTestFinished(() => db.close())
    const context = programContext(db, () => new Date('2026-11-20T12:00:00Z'))
    const folder = await folderWith(WORLD)
    const bring = async (networkName?: string) =>
      importRecords(context, await openCobotFolder(folder), networkName === undefined ? {} : { networkName })
    expect((await errorOf(bring())).code).toBe('IMPORT_NETWORK_UNKNOWN')

    expect((await bring('Quay and Mill')).problems).toMatchObject([{ record: 'i4' }])
    expect((await whoCounts(context, new Date('2026-11-09T12:00:00Z'))).sort()).toEqual(
      [
        '山田 花子 at Quay: customer_invoice',
        'Ada Kay at Mill: booking',
        'Ada Kay at Quay: contract',
        'Ben Frost at Quay: contract',
        'Cleo Ness at Quay: booking',
        // Ada pays for the team, and counts at both spaces
        'Dov Lind at Mill: team',
        'Dov Lind at Quay: team',
        'Eve Holm at Quay: customer_invoice',
      ].sort(),
    )
    const after = await whoCounts(context, new Date('2026-11-10T00:00:00Z'))
    expect(after).not.toContain('Ben Frost at Quay: contract')
    expect(await bring('Quay and Mill')).toMatchObject({ hasChanges: false })
  })
})
