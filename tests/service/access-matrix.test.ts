// Every operation of the API, asked by everybody, about what is in scope, out of scope, and not there.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type NetworkRole, type Right, ROLE_RIGHTS, type Role } from '#model/access'
import { temporaryFolders } from '../doors/exports.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { ENGINE_CASES } from '../support/engines.ts'
import { outcome, PASSWORD, type RunningServer, startServer, tokenSentTo } from '../support/server.ts'
import { type About, SAMPLES } from './samples.ts'

interface Operation {
  readonly operationId: string
  readonly method: string
  readonly access: 'public' | 'signed_in' | Right
}

const folderWith = temporaryFolders()

/** Never in an answer to somebody who may not see Valley. */
const SECRET_WORD = 'Zanzibar'

describe.each(ENGINE_CASES)('who may do what, on %s', (engine) => {
  let server: RunningServer
  let operations: Operation[]
  let askers: Readonly<Record<string, Browser>>
  /** Quay: where the manager and the viewer are. Loft: the same network. Mill: another network. */
  let quay: About
  let loft: About
  let mill: About

  beforeAll(async () => {
    server = await startServer(engine)
    await server.addPlatformOperator('platform@example.com')
    const platform = await server.signedIn('platform@example.com')
    await importNetwork('Harbour', ['Quay', 'Loft'], '')
    await importNetwork('Valley', ['Mill'], SECRET_WORD)
    askers = {
      nobody: server.browser(),
      platform,
      owner: await join('owner@example.com', 'network_owner', 'Harbour'),
      manager: await join('manager@example.com', 'location_manager', 'Harbour', ['Quay']),
      viewer: await join('viewer@example.com', 'viewer', 'Harbour', ['Quay']),
    }
    await join('colleague@example.com', 'viewer', 'Harbour')
    await join('stranger@example.com', 'viewer', 'Valley')
    quay = await about(platform, { network: 'Harbour', location: 'Quay', operator: 'colleague@example.com' })
    loft = { ...quay, ...recordsAt('Loft') }
    mill = await about(platform, { network: 'Valley', location: 'Mill', operator: 'stranger@example.com' })
    operations = await operationsOf(server.browser())
  }, 300_000)
  afterAll(() => server.close())

  test('every operation has a sample, and every sample an operation', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(SAMPLES).sort())
  })

  test('nobody gets in without signing in, but where it is open to all', async () => {
    for (const operation of operations) {
      const answer = await ask('nobody', operation, quay)
      const told = `${operation.operationId}: ${outcome(answer)}`
      if (operation.access === 'public') expect(told).not.toMatch(/: (401 NOT_SIGNED_IN|5\d\d)/)
      else expect(told).toBe(`${operation.operationId}: 401 NOT_SIGNED_IN`)
    }
  })

  test.each(['viewer', 'manager', 'owner', 'platform'])(
    '%s: what is in scope is answered as the role allows',
    async (name) => {
      for (const operation of operations.filter(isAsked)) {
        const answer = await ask(name, operation, quay)
        const told = `${operation.operationId}: ${outcome(answer)}`
        if (may(name, operation))
          expect(told).not.toMatch(/: (401|403|404 (NETWORK|LOCATION|CUSTOMER|RECORD|TEAM)|5\d\d)/)
        // an invitation exists only for those who manage the operators that it is for
        else expect(told).toMatch(/: (403 FORBIDDEN|404 INVITATION_NOT_FOUND)$/)
      }
    },
  )

  test.each([
    ['owner', 'another network'],
    ['manager', 'another network'],
    ['viewer', 'another network'],
    ['manager', 'another location'],
    ['viewer', 'another location'],
  ])('%s: %s is answered as what is not there', async (name, where) => {
    const hidden = where === 'another network' ? mill : loft
    const missing = missingLike(hidden)
    for (const operation of operations.filter(isAsked)) {
      const { depends } = SAMPLES[operation.operationId] ?? { depends: 'none' }
      if (depends === 'none' || (depends === 'network' && where === 'another location')) continue
      const answer = await ask(name, operation, hidden)
      const nothing = await ask(name, operation, missing)
      const told = `${operation.operationId}: ${outcome(answer)}`
      expect(told).toBe(`${operation.operationId}: ${outcome(nothing)}`)
      expect(told).toMatch(/: (404|403|422)/)
      expect(`${operation.operationId}: ${wordsOf(answer, hidden)}`).toBe(
        `${operation.operationId}: ${wordsOf(nothing, missing)}`,
      )
    }
  })

  test.each(['owner', 'manager', 'viewer'])('%s: no answer tells of another network', async (name) => {
    for (const operation of operations.filter(isAsked)) {
      for (const target of [quay, mill]) {
        const { body, headers } = await ask(name, operation, target)
        const told = JSON.stringify([body, [...headers]])
        expect(`${operation.operationId} ${told}`).not.toContain(SECRET_WORD)
      }
    }
    const { body } = await asker(name).get<{ locations: { name: string }[] }>('/active-users/count')
    const seen = body.locations.map((location) => location.name)
    expect(seen).toEqual(name === 'owner' ? ['Quay', 'Loft', 'Annex'] : ['Quay'])
  })

  /** Not what signs the asker out, nor what needs a file. */
  function isAsked({ operationId, access }: Operation): boolean {
    return access !== 'public' && !['signOut', 'startImport'].includes(operationId)
  }

  function may(name: string, { access }: Operation): boolean {
    if (access === 'public' || access === 'signed_in') return true
    const role: Role =
      name === 'owner'
        ? 'network_owner'
        : name === 'manager'
          ? 'location_manager'
          : name === 'viewer'
            ? 'viewer'
            : 'platform'
    return (ROLE_RIGHTS[role] as readonly Right[]).includes(access)
  }

  function asker(name: string): Browser {
    const found = askers[name]
    if (found === undefined) throw new Error(`Nobody is called ${name}.`)
    return found
  }

  function ask(name: string, { operationId, method }: Operation, target: About): Promise<Answer> {
    const sample = SAMPLES[operationId]
    if (sample === undefined) throw new Error(`${operationId} has no sample.`)
    const { path, ...sent } = sample.request(target)
    return asker(name).send(method, path, sent)
  }

  async function join(
    email: string,
    role: NetworkRole,
    network: string,
    locations?: string[],
  ): Promise<Browser> {
    const platform = await server.signedIn('platform@example.com')
    const offer = { email, role, network, ...(locations !== undefined && { locations }) }
    const invited = await platform.post('/invitations', offer)
    if (invited.status !== 201) throw new Error(JSON.stringify(invited.body))
    const account = { firstName: 'Ola', lastName: 'Nord', password: PASSWORD }
    await server.browser().post('/invitations/acceptance', { token: tokenSentTo(server, email), account })
    return server.signedIn(email)
  }

  async function importNetwork(network: string, locations: readonly string[], word: string): Promise<void> {
    const folder = await folderWith({
      'locations.csv': rows('id,name,time_zone,created_at', locations, (at) => `${at},${at},UTC,2026-01-01`),
      'customers.csv': rows('id,name', locations, (at) => `c-${at},${at} ${word} Person`),
      'teams.csv': rows(
        'id,name,merged_billing,paying_customer_id,member_ids',
        locations,
        (at) => `t-${at},${at} ${word} Team,true,c-${at},c-${at}`,
      ),
      'contracts.csv': rows(
        'id,location_id,customer_id,plan,price,created_at',
        locations,
        (at) => `k-${at},${at},c-${at},${word} Desk,10,2026-02-01`,
      ),
      'bookings.csv': rows(
        'id,location_id,customer_id,made_at',
        locations,
        (at) => `b-${at},${at},c-${at},2026-02-02`,
      ),
      'customer-invoices.csv': rows(
        'id,location_ids,customer_id,issued_at,kind',
        locations,
        (at) => `i-${at},${at},c-${at},2026-02-03,issued`,
      ),
      'recurring-products.csv': rows(
        'id,location_id,customer_id,product,sold_at,cycle,every,renews_from',
        locations,
        (at) => `p-${at},${at},c-${at},${word} Locker,2026-02-04,month,1,2026-02-04`,
      ),
    })
    const { problems } = await server.headcount.importCsv(folder, { networkName: network })
    expect(problems).toEqual([])
  }

  async function about(
    platform: Browser,
    of: Pick<About, 'network' | 'location'> & { operator: string },
  ): Promise<About> {
    const { operators } = (
      await platform.get<{ operators: { operatorId: string; email: string }[] }>('/operators')
    ).body
    const invited = await platform.post<{ invitationId: number }>('/invitations', {
      email: `later-${of.network}@example.com`.toLowerCase(),
      role: 'viewer',
      network: of.network,
    })
    return {
      network: of.network,
      ...recordsAt(of.location),
      operator: operators.find(({ email }) => email === of.operator)?.operatorId ?? '',
      invitation: invited.body.invitationId,
      importRun: await importRunOf(of.network),
      issueRun: await issueRunOf(platform, of.network),
    }
  }

  async function issueRunOf(platform: Browser, network: string): Promise<number> {
    const { body } = await platform.post<{ runId: number }>('/platform-invoice-runs', {
      network,
      dryRun: true,
    })
    return body.runId
  }

  /** The row that an upload leaves behind. */
  async function importRunOf(network: string): Promise<number> {
    const [row] = await server.database.query<{ run_id: number }>({
      text: `insert into import_runs (network_id, run_id, kind, state, started_at, changed_at, ended_at)
        select network_id, nextval('import_run_ids')::int, 'csv', 'done', now(), now(), now()
        from networks where name = $1::text
        returning run_id`,
      values: [network],
    })
    return row?.run_id ?? 0
  }
})

function recordsAt(location: string) {
  return {
    location,
    customer: `c-${location}`,
    team: `t-${location}`,
    contract: `k-${location}`,
    booking: `b-${location}`,
    invoice: `i-${location}`,
    sale: `p-${location}`,
  }
}

/** The same request about what is nowhere; names are as long, so that answers can be compared. */
function missingLike(about: About): About {
  const isNetworkSeen = about.network === 'Harbour'
  return {
    ...recordsAt('None'),
    network: isNetworkSeen ? about.network : 'Nowhere',
    operator: 'nobody-at-all',
    invitation: 2_147_483_647,
    importRun: 2_147_483_647,
    issueRun: 2_147_483_647,
  }
}

/** The answer without what was asked about and the number of the request. */
function wordsOf({ body }: Answer, about: About): string {
  const { requestId: _, ...told } = body as { requestId?: string }
  const numbers = /\b(import|invitation|run) \d+/g
  return Object.values(about)
    .filter((value) => typeof value === 'string')
    .sort((a, b) => b.length - a.length)
    .reduce((text, value) => text.replaceAll(value, '…'), JSON.stringify(told).replace(numbers, '$1 …'))
}

function rows(header: string, locations: readonly string[], row: (location: string) => string): string {
  return `${[header, ...locations.map(row)].join('\n')}\n`
}

async function operationsOf(browser: Browser): Promise<Operation[]> {
  const { paths } = await browser.description<{ paths: Record<string, Record<string, object>> }>()
  return Object.values(paths).flatMap((methods) =>
    Object.entries(methods).map(([method, operation]) => {
      const { operationId, 'x-headcount-access': access } = operation as {
        operationId: string
        'x-headcount-access': Operation['access']
      }
      return { operationId, access, method: method.toUpperCase() }
    }),
  )
}
