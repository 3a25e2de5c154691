import { afterEach, describe, expect, it } from 'vitest'
import { type MailLog, makeMail } from '#services/mail/mail'
import { type MailServer, startMailServer } from '../support/mail-server.ts'

const LETTER = { to: 'ana@example.com', subject: 'Hello', text: 'A line.\n\nAnother with ünïcode.' }
const from = 'Headcount <headcount@example.com>'

describe('mail', () => {
  const logged: string[] = []
  const log: MailLog = {
    warn: (_details, message) => void logged.push(message),
    error: (_details, message) => void logged.push(message),
  }
  let server: MailServer | undefined
  afterEach(async () => {
    logged.length = 0
    await server?.close()
  })

  it('goes over SMTP where a server is set up, and closing waits until it has gone', async () => {
    server = await startMailServer()
    const mail = await makeMail({ smtpUrl: server.url, from, log })
    expect(mail.delivery).toBe('email')
    mail.send(LETTER)
    await mail.close()
    expect(server.received).toContain('RCPT TO:<ana@example.com>')
    expect(server.received).toContain('Subject: Hello')
    expect(server.received.join('\n')).toContain('Content-Type: text/plain')
    expect(logged).toEqual([])
  })

  it('that is waited for tells that it went, or that it was refused', async () => {
    server = await startMailServer()
    const mail = await makeMail({ smtpUrl: server.url, from, log })
    expect(await mail.deliver(LETTER)).toBe('email')
    server.behaves('refuses')
    expect(await mail.deliver(LETTER)).toBe('failed')
    expect(logged).toEqual(['A letter was not sent'])
    await mail.close()
  })

  it('that cannot be sent is told in the log, and fails nobody', async () => {
    server = await startMailServer()
    const { url } = server
    await server.close()
    const mail = await makeMail({ smtpUrl: url, from, log })
    mail.send(LETTER)
    await mail.close()
    expect(logged).toEqual(['A letter was not sent'])
  })

  it('without a server stands in the log', async () => {
    const mail = await makeMail({ smtpUrl: undefined, from: '', log })
    mail.send(LETTER)
    expect(mail.delivery).toBe('log')
    expect(await mail.deliver(LETTER)).toBe('log')
    expect(logged).toHaveLength(2)
    expect(logged[0]).toContain('HEADCOUNT_SMTP_URL')
  })
})
