// Letters about what was issued: to the owners, over a real mail server, once whatever happens.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '#database/database'
import { createHeadcount } from '#services/headcount'
import { makeMail } from '#services/mail/mail'
import { sendInvoiceLetters } from '#services/platform-invoices/send-letters'
import { NETWORK, type TestContext } from '../records/network.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { billedNetwork } from './billed-network.ts'

const publicUrl = 'https://headcount.example.com'
const minute = 60_000

describe.each(ENGINE_CASES)('letters about platform invoices on %s', (engine) => {
  let db: Database
  let context: TestContext
  let server: MailServer
  const logged: string[] = []

  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    ;({ context } = await billedNetwork(db))
    await addOperator('ada', 'network_owner')
    await addOperator('bob', 'network_owner')
    await addOperator('cleo', 'viewer')
    await addOperator('dora', 'network_owner', { isDisabled: true })
    context.clock = new Date('2026-11-01T00:00:00Z')
    server = await startMailServer()
    logged.length = 0
  })
  afterEach(() => server.close())

  async function addOperator(name: string, role: string, { isDisabled = false } = {}): Promise<void> {
    await db.script(`
      insert into operators (id, email, first_name, last_name, is_email_confirmed, is_platform,
        has_second_factor, disabled_at, created_at, updated_at)
      values ('${name}', '${name}@example.com', '${name}', 'Nord', true, false, false,
        ${isDisabled ? 'now()' : 'null'}, now(), now());
      insert into operator_roles (network_id, operator_id, role, has_all_locations)
      select network_id, '${name}', '${role}', true from networks`)
  }

  /** Verbs of a server that sends its mail there; without an address, of one that has no mail server. */
  async function served({ smtpUrl }: { readonly smtpUrl?: string | undefined } = { smtpUrl: server.url }) {
    const log = {
      warn: (_details: object, message: string) => void logged.push(message),
      error: (_details: object, message: string) => void logged.push(message),
    }
    const mail = await makeMail({ smtpUrl, from: 'headcount@example.com', log })
    const withPost = { ...context, now: () => context.clock, post: { mail, publicUrl } }
    return { headcount: createHeadcount(withPost), send: () => sendInvoiceLetters(withPost) }
  }

  const forward = (ms: number) => {
    context.clock = new Date(context.clock.getTime() + ms)
  }
  const recipients = () => server.letters.map((letter) => /^To: (\w+)@/m.exec(letter)?.[1])
  /** Long lines come broken, with a mark at the end. */
  const text = (letter: string | undefined) => (letter ?? '').replaceAll('=\n', '').replaceAll('=3D', '=')

  test('each owner gets one letter for a run, with location, cut-off, count, total and page', async () => {
    const { headcount } = await served()
    await (await headcount.startIssueRun()).ended
    expect(recipients()).toEqual(['ada', 'bob'])
    const { items } = await headcount.listPlatformInvoices({ network: NETWORK })
    expect(items).toHaveLength(2)
    const letter = text(server.letters[0])
    expect(letter).toContain(`Subject: 2 platform invoices for ${NETWORK}`)
    for (const { location, number, activeUsers, currency, totalMinor } of items) {
      expect(letter).toContain(`${location}, platform invoice ${number}`)
      expect(letter).toContain(`Active users: ${activeUsers}`)
      expect(letter).toContain(`Total: ${currency} ${(totalMinor / 100).toFixed(2)}`)
      expect(letter).toContain(`${publicUrl}/settings/subscription/invoices/${number}?network=`)
    }
    expect(letter).toContain('Cut-off: 31 October 2026 at 09:00 (UTC)')
    await headcount.issueWhatIsDue()
    expect(server.letters).toHaveLength(2)
    expect(logged).toEqual([])
  })

  test('the schedule sends what it issues, and what was issued where there is no mail', async () => {
    await createHeadcount(context).issuePlatformInvoices({ location: 'loft' })
    expect(server.letters).toEqual([])
    const { headcount } = await served()
    await headcount.issueWhatIsDue()
    expect(recipients()).toEqual(['ada', 'bob', 'ada', 'bob'])
    expect(text(server.letters[0])).toContain('Subject: Platform invoice 1 for Location loft')
    expect(text(server.letters[2])).toContain('Subject: Platform invoice 2 for Location pier')
  })

  test('a dry run asks for none', async () => {
    const { headcount } = await served()
    await headcount.issuePlatformInvoices({ dryRun: true })
    expect(server.letters).toEqual([])
    expect(await db.query({ text: 'select from invoice_letters', values: [] })).toEqual([])
  })

  test('what was refused is told in the log and tried again, until it is three days old', async () => {
    server.behaves('refuses')
    const { headcount, send } = await served()
    expect((await headcount.issuePlatformInvoices()).issued).toHaveLength(2)
    expect(logged).toEqual(['A letter was not sent'])
    for (let tries = 0; tries < 4; tries += 1) {
      forward(11 * minute)
      await send()
    }
    server.behaves('takes')
    forward(11 * minute)
    await send()
    expect(recipients().sort()).toEqual(['ada', 'bob'])

    context.clock = new Date('2026-12-01T00:00:00Z')
    server.behaves('refuses')
    await headcount.issuePlatformInvoices()
    server.behaves('takes')
    forward(3 * 24 * 60 * minute)
    await send()
    expect(server.letters).toHaveLength(2)
  })

  test('a process that goes while it sends makes a letter come twice at most, and two send each once', async () => {
    await createHeadcount(context).issuePlatformInvoices()
    server.behaves('silent')
    const [first, second] = [await served(), await served()]
    const gone = first.send()
    await vi.waitFor(() => expect(recipients()).toEqual(['ada']), { timeout: 30_000, interval: 10 })
    const goneToo = second.send()
    await vi.waitFor(() => expect(recipients()).toEqual(['ada', 'bob']), { timeout: 30_000, interval: 10 })
    forward(11 * minute)
    const again = first.send()
    await vi.waitFor(() => expect(server.letters).toHaveLength(3), { timeout: 30_000, interval: 10 })
    server.behaves('takes')
    await second.send()
    expect(recipients().sort()).toEqual(['ada', 'ada', 'bob', 'bob'])
    forward(11 * minute)
    await second.send()
    expect(server.letters).toHaveLength(4)
    await server.close()
    await Promise.all([gone, goneToo, again])
  })

  test('without a mail server the log says so, once for each owner', async () => {
    const { headcount, send } = await served({})
    await headcount.issuePlatformInvoices()
    await send()
    expect(logged).toHaveLength(2)
    expect(logged[0]).toContain('HEADCOUNT_SMTP_URL')
  })
})
