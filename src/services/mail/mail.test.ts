import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type MailLog, makeMail } from '#services/mail/mail'

const LETTER = { to: 'ana@example.com', subject: 'Hello', text: 'A line.\n\nAnother with ünïcode.' }

/** A mail server that takes everything and keeps what it was told. */
function mailServer(received: string[]): Server {
  return createServer((socket) => {
    let isLetter = false
    socket.write('220 here\r\n')
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n').slice(0, -1)) {
        received.push(line)
        if (isLetter) {
          isLetter = line !== '.'
          if (!isLetter) socket.write('250 kept\r\n')
        } else if (line === 'DATA') {
          isLetter = true
          socket.write('354 go on\r\n')
        } else {
          socket.write('250 yes\r\n')
        }
      }
    })
  })
}

describe('mail', () => {
  const logged: string[] = []
  const log: MailLog = {
    warn: (_details, message) => void logged.push(message),
    error: (_details, message) => void logged.push(message),
  }
  let server: Server | undefined
  afterEach(() => {
    logged.length = 0
    server?.close()
  })

  async function address(received: string[]): Promise<string> {
    const listening = mailServer(received)
    server = listening
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
    const { port } = listening.address() as { port: number }
    return `smtp://127.0.0.1:${port}`
  }

  it('goes over SMTP where a server is set up, and closing waits until it has gone', async () => {
    const received: string[] = []
    const from = 'Headcount <headcount@example.com>'
    const mail = await makeMail({ smtpUrl: await address(received), from, log })
    expect(mail.delivery).toBe('email')
    mail.send(LETTER)
    await mail.close()
    expect(received).toContain('RCPT TO:<ana@example.com>')
    expect(received).toContain('Subject: Hello')
    expect(received.join('\n')).toContain('Content-Type: text/plain')
    expect(logged).toEqual([])
  })

  it('that cannot be sent is told in the log, and fails nobody', async () => {
    const smtpUrl = await address([])
    const closed = server
    await new Promise((resolve) => closed?.close(resolve))
    const mail = await makeMail({ smtpUrl, from: 'headcount@example.com', log })
    mail.send(LETTER)
    await mail.close()
    expect(logged).toEqual(['A letter was not sent'])
  })

  it('without a server stands in the log', async () => {
    const mail = await makeMail({ smtpUrl: undefined, from: '', log })
    mail.send(LETTER)
    expect(mail.delivery).toBe('log')
    expect(logged[0]).toContain('HEADCOUNT_SMTP_URL')
  })
})
