// The list of active users over HTTP: filters in the address, figures beside the rows, and the same as a file.
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActiveUserPage } from '#services/active-users/list'
import type { Browser } from '../support/browser.ts'
import { ENGINE_CASES } from '../support/engines.ts'
import { outcome, type RunningServer, startServer } from '../support/server.ts'

const FILTERS = [
  '',
  'source=booking&source=team',
  'only=true',
  'only=true&source=contract',
  'kind=contact',
  'kind=member&suspended=true',
  'suspended=false&archived=false&only=false',
  'disputable=true',
  'search=an&disputable=false&sort=since&order=desc',
]

describe.each(ENGINE_CASES)('lists over HTTP, on %s', (engine) => {
  let server: RunningServer
  let platform: Browser
  beforeAll(async () => {
    server = await startServer(engine)
    await server.addPlatformOperator('platform@example.com')
    platform = await server.signedIn('platform@example.com')
    await server.headcount.makeDemo()
  })
  afterAll(() => server.close())

  const ask = async (filter: string) =>
    (await platform.get<ActiveUserPage>(`/locations/1/active-users?limit=1000&${filter}`)).body

  test.each(FILTERS)('“%s” leaves a part of the whole list, as a page and as a file', async (filter) => {
    const all = await ask('')
    const page = await ask(filter)
    expect(page.total).toBe(page.activeUsers.length)
    expect(page.figures.total).toBeLessThanOrEqual(all.total)
    const ids = new Set(all.activeUsers.map(({ customerId }) => customerId))
    expect(page.activeUsers.every(({ customerId }) => ids.has(customerId))).toBe(true)
    const file = await platform.get<string>(
      `/locations/1/active-users/export/csv?${filter}&as_of=${page.asOf}`,
    )
    const rows: Record<string, string>[] = parse(file.body, { columns: true, bom: true })
    expect(rows).toEqual(
      page.activeUsers.map((user) => ({
        customer_id: String(user.customerId),
        external_id: user.externalId,
        name: user.name,
        email: user.email ?? '',
        company: user.company ?? '',
        kind: user.kind,
        is_suspended: String(user.isSuspended),
        is_archived: String(user.isArchived),
        sources: user.sources.join(' '),
        is_disputable: String(user.isDisputable),
        teams: user.teams.join('; '),
        first_evidence_at: user.firstEvidenceAt,
      })),
    )
  })

  test('a chip shows as many as its filter would', async () => {
    const { figures } = await ask('search=a')
    for (const [source, figure] of Object.entries(figures.bySource)) {
      expect((await ask(`search=a&source=${source}`)).total, source).toBe(figure)
    }
    for (const [source, figure] of Object.entries(figures.onlyBecauseOf)) {
      expect((await ask(`search=a&only=true&source=${source}`)).total, source).toBe(figure)
    }
    expect((await ask('search=a')).total).toBe(figures.total)
  })

  test('a file of chosen customers has these alone, in the order that is asked for', async () => {
    const { activeUsers, asOf } = await ask('sort=since&order=desc&source=booking')
    const chosen = activeUsers.filter((_user, index) => index % 3 === 0)
    const file = await platform.post<string>(
      `/locations/1/active-users/export/csv?sort=since&order=desc&source=booking&as_of=${asOf}`,
      { customers: chosen.map(({ customerId }) => `id:${customerId}`).toReversed() },
    )
    const rows: Record<string, string>[] = parse(file.body, { columns: true, bom: true })
    expect(rows.map((row) => row.customer_id)).toEqual(chosen.map(({ customerId }) => String(customerId)))
    const nobody = await platform.post('/locations/1/active-users/export/csv', { customers: [] })
    expect(outcome(nobody)).toBe('400 INVALID_ARGUMENT')
  })

  test('the Excel file is one, and an answer that is no answer is refused', async () => {
    const file = await platform.get<string>('/locations/1/active-users/export/xlsx?kind=member')
    expect(file.status).toBe(200)
    expect(file.body.slice(0, 2)).toBe('PK')
    for (const wrong of ['only=yes', 'suspended=1', 'kind=guest', 'disputable=']) {
      const answer = await platform.get(`/locations/1/active-users?${wrong}`)
      expect(outcome(answer), wrong).toBe('400 INVALID_ARGUMENT')
    }
  })
})
