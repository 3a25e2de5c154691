/** `headcount serve` as a process of its own: it starts, keeps others out of its folder, and ends well. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { DOOR_ENGINES, Place, type Serving, startServing } from '../support/cli.ts'
import { mustBeDescribed } from '../support/described.ts'
import { outcome, PASSWORD } from '../support/server.ts'

const ANA = { email: 'ana@example.com', firstName: 'Ana', lastName: 'Ruiz', password: PASSWORD }
const env = { HEADCOUNT_SECRET: 'a secret of tests, long enough for all rules' }

describe.each(DOOR_ENGINES)('the server as a process, on %s', (engine) => {
  let place: Place
  let serving: Serving | undefined
  beforeEach(async () => {
    place = await Place.make(engine)
    serving = undefined
  })
  afterEach(async () => {
    await serving?.end('SIGKILL')
    await place.remove()
  })

  async function started(): Promise<{ url: string; browser: Browser }> {
    serving = await startServing({ ...place.where, env })
    return { url: serving.url, browser: new Browser(serving.url, { check: mustBeDescribed }) }
  }

  async function signedIn(browser: Browser): Promise<void> {
    expect(outcome(await browser.post('/first-operator', ANA))).toBe('201')
    expect(outcome(await browser.post('/sessions', { email: ANA.email, password: PASSWORD }))).toBe('200')
  }

  test('it says that it is well, and counts what it answers', async () => {
    const { url, browser } = await started()
    expect(outcome(await browser.get('/active-users/count'))).toBe('401 NOT_SIGNED_IN')
    for (const path of ['/healthz', '/readyz']) {
      const answer = await fetch(`${url}${path}`)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    const metrics = await (await fetch(`${url}/metrics`)).text()
    expect(metrics).toMatch(/status="?401"?/)
    expect(metrics).not.toContain('127.0.0.1')
  })

  test('asked to end it finishes what it had accepted, and takes nothing more', async () => {
    const { url, browser } = await started()
    await signedIn(browser)
    const location = {
      kind: 'location',
      externalId: 'loft',
      name: 'Loft',
      timeZone: 'UTC',
      currency: null,
      createdAt: '2024-01-01T00:00:00Z',
    }
    expect(outcome(await browser.put('/networks/h', { name: 'Harbour' }))).toBe('200')
    const customers = Array.from({ length: 4999 }, (_, index) => ({
      kind: 'customer',
      externalId: `c-${index}`,
      name: `Customer ${index}`,
      email: null,
      company: null,
      isSuspended: false,
      isArchived: false,
      updatedAt: null,
    }))
    const sent = browser.post('/networks/Harbour/records', { records: [location, ...customers] })
    // the server is at it: another request that came later is answered
    await fetch(`${url}/healthz`)
    const { code, out, err } = await (serving as Serving).end()
    expect(outcome(await sent)).toBe('200')
    expect({ code, out }).toMatchObject({ code: 0 })
    expect(err).not.toMatch(/"level":(50|60)/)
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
    const db = await place.open()
    const [row] = await db.query({ text: 'select count(*)::int as customers from customers', values: [] })
    await db.close()
    expect(row).toEqual({ customers: 4999 })
  })

  test('its log holds no e-mail, no password and no name', async () => {
    const { browser } = await started()
    await signedIn(browser)
    await browser.post('/sessions', { email: ANA.email, password: 'wrong wrong wrong' })
    await browser.get(`/customers?search=${ANA.email}`)
    const { err } = await (serving as Serving).end()
    expect(err).toContain('"request"')
    expect(err).not.toMatch(/ana@example|Ana|Ruiz|plum kettle|wrong wrong/)
  })

  test.runIf(engine === 'pglite')('another process is kept out of its folder, and told by whom', async () => {
    await started()
    const { code, err } = await place.run(['count'])
    expect(code).toBe(5)
    expect(err).toContain('DATA_FOLDER_LOCKED')
    expect(err).toContain(String((serving as Serving).pid))
  })
})
