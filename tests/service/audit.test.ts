import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf } from '../support/authenticator.ts'
import { ENGINE_CASES, emptyAllTables } from '../support/engines.ts'
import { addNetwork } from '../support/networks.ts'
import { PASSWORD, type RunningServer, startServer, tokenSentTo } from '../support/server.ts'

const ANA = 'ana@example.com'
const VIC = 'vic@example.com'
const NEW_PASSWORD = 'seven quiet Lamps 31'

describe.each(ENGINE_CASES)('the audit log on %s', (engine) => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer(engine)
  })
  beforeEach(async () => {
    server.clock.reset()
    await emptyAllTables(server.database)
    await addNetwork(server.database, 'Harbour', ['Loft'])
    await server.addPlatformOperator(ANA)
  })
  afterAll(() => server.close())

  const actions = async (network?: string) => {
    const { entries } = await server.headcount.listAudit({ limit: 500, ...(network && { network }) })
    return entries.map(({ action }) => action).reverse()
  }
  const sql = (text: string) => server.database.script(text)

  test('has an entry of each change, who made it and through which door', async () => {
    const ana = await server.signedIn(ANA)
    await ana.put('/account/profile', { firstName: 'Anna', lastName: 'Ruiz' })
    await ana.put('/account/profile', { firstName: 'Anna', lastName: 'Ruiz' })
    const { uri } = (await ana.post<{ uri: string }>('/account/second-factor', { password: PASSWORD })).body
    await ana.post('/account/second-factor/confirmation', { code: codeOf(uri) })
    await ana.post('/account/second-factor/recovery-codes', { password: PASSWORD })
    await ana.post('/account/second-factor/removal', { password: PASSWORD })
    await ana.post('/account/email', { email: 'anna@example.com', password: PASSWORD })
    await ana.post('/email-confirmations', { token: tokenSentTo(server, 'anna@example.com') })
    const key = (await ana.post('/api-keys', { name: 'x', scopes: ['counts.read'], expiresInDays: 1 })).body
    await ana.delete(`/api-keys/${key.apiKeyId}`)
    await ana.post('/account/password', { currentPassword: PASSWORD, newPassword: NEW_PASSWORD })
    expect(await actions()).toEqual([
      'operator.create',
      'session.start',
      'operator.update_profile',
      'operator.start_second_factor',
      'operator.enable_second_factor',
      'operator.renew_recovery_codes',
      'operator.disable_second_factor',
      'operator.request_email_change',
      'operator.change_email',
      'api_key.create',
      'api_key.revoke',
      'operator.change_password',
    ])
    const { entries } = await server.headcount.listAudit({ action: 'operator.change_password' })
    const { operators } = { operators: await server.operators.listOperators() }
    expect(entries[0]).toMatchObject({ door: 'http', operatorId: operators[0]?.operatorId })
    expect(entries[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('has roles and invitations in the chain of their network', async () => {
    const ana = await server.signedIn(ANA)
    const { body } = await ana.post('/invitations', { email: VIC, role: 'viewer', network: 'Harbour' })
    await ana.delete(`/invitations/${body.invitationId}`)
    await ana.post('/invitations', { email: VIC, role: 'viewer', network: 'Harbour' })
    const account = { firstName: 'Vic', lastName: 'Oy', password: PASSWORD }
    await server.browser().post('/invitations/acceptance', { token: tokenSentTo(server, VIC), account })
    const vic = (await server.operators.listOperators()).find(({ email }) => email === VIC)?.operatorId
    await ana.put(`/operators/${vic}/roles/Harbour`, { role: 'network_owner' })
    await ana.delete(`/operators/${vic}/roles/Harbour`)
    await ana.put(`/operators/${vic}/platform`, { isPlatform: true })
    await ana.put(`/operators/${vic}/disabled`, { isDisabled: true })
    await ana.put(`/operators/${vic}/disabled`, { isDisabled: false })
    await ana.delete(`/operators/${vic}`)
    expect(await actions('Harbour')).toEqual([
      'invitation.create',
      'invitation.revoke',
      'invitation.create',
      'operator.set_role',
      'operator.set_role',
      'operator.remove_role',
    ])
    expect((await actions()).slice(2)).toEqual([
      'operator.create',
      'operator.set_platform',
      'operator.disable',
      'operator.enable',
      'operator.remove',
    ])
  })

  test('holds no password, link, code or whole e-mail', async () => {
    const ana = await server.signedIn(ANA)
    await ana.post('/account/email', { email: 'anna@example.com', password: PASSWORD })
    await server.browser().post('/password-resets', { email: ANA })
    const token = tokenSentTo(server, ANA)
    await server.browser().post('/password-resets/completion', { token, newPassword: NEW_PASSWORD })
    const log = JSON.stringify(await server.headcount.listAudit({ limit: 500 }))
    expect(log).toContain('a…@example.com')
    for (const secret of [PASSWORD, NEW_PASSWORD, token, ANA, 'anna@example.com']) {
      expect(log).not.toContain(secret)
    }
  })

  test('a change that fails leaves neither itself nor an entry', async () => {
    const ana = await server.signedIn(ANA)
    const before = await actions()
    await sql(`alter table audit_entries add constraint refuse check (action <> 'operator.change_password')`)
    try {
      const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }
      expect((await ana.post('/account/password', change)).status).toBe(500)
    } finally {
      await sql('alter table audit_entries drop constraint refuse')
    }
    expect(await actions()).toEqual(before)
    expect((await ana.get('/account')).status).toBe(200)
    await server.signedIn(ANA)
  })

  describe('is checked, and tells of an entry that was', () => {
    beforeEach(async () => {
      for (let times = 0; times < 3; times++) {
        const names = { firstName: 'Ana', lastName: 'R'.repeat(times + 1) }
        if (times === 0) expect((await server.headcount.verifyAudit()).isIntact).toBe(true)
        await (await server.signedIn(ANA)).put('/account/profile', names)
      }
      expect(await server.headcount.verifyAudit()).toMatchObject({ isIntact: true })
      await sql('alter table audit_entries disable trigger audit_entries_only_grow')
    })
    const faults = async () => {
      await sql('alter table audit_entries enable trigger audit_entries_only_grow')
      const { isIntact, chains } = await server.headcount.verifyAudit()
      expect(isIntact).toBe(false)
      return chains.flatMap((chain) => chain.faults)
    }

    test('changed', async () => {
      await sql(`update audit_entries set operator_id = 'somebody else' where entry_number = 3`)
      expect(await faults()).toEqual(['Entry 3 is not as it was written.'])
    })

    test('removed', async () => {
      await sql('delete from audit_entries where entry_number = 3')
      expect(await faults()).toEqual(['Entries 3 to 3 are missing.'])
    })

    test('swapped with another', async () => {
      await sql(`
        update audit_entries set entry_number = 999 where entry_number = 3;
        update audit_entries set entry_number = 3 where entry_number = 4;
        update audit_entries set entry_number = 4 where entry_number = 999`)
      expect(await faults()).toEqual([
        'Entry 3 does not follow the one before it.',
        'Entry 3 is not as it was written.',
        'Entry 4 does not follow the one before it.',
        'Entry 4 is not as it was written.',
        'Entry 5 does not follow the one before it.',
      ])
    })
  })

  test('refuses to be changed by a statement', async () => {
    await expect(sql(`update audit_entries set action = 'nothing'`)).rejects.toThrow('only grows')
    await expect(sql('delete from audit_entries')).rejects.toThrow('only grows')
  })
})
