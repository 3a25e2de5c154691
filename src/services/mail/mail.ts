/** E-mail, plain text: over SMTP where it is set up, else to the server's log. */
import type { Transporter } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** `log`: there is no mail server, and the link stands in the server's log. */
export type Delivery = 'email' | 'log'

export interface Mail {
  readonly delivery: Delivery
  /** Hands the letter over and does not wait for it: an answer must not tell by its time whether one was sent. */
  send(letter: Letter): void
  /** Ends when every letter has been handed over. */
  close(): Promise<void>
}

/** Where the log goes: the server's logger, or the error stream of a command. */
export interface MailLog {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export interface MailOptions {
  readonly smtpUrl: string | undefined
  readonly from: string
  readonly log: MailLog
}

export async function makeMail({ smtpUrl, from, log }: MailOptions): Promise<Mail> {
  if (smtpUrl === undefined) return mailToLog(log)
  const { createTransport } = await import('nodemailer')
  return mailOver(createTransport(smtpUrl), from, log)
}

function mailToLog(log: MailLog): Mail {
  return {
    delivery: 'log',
    send({ to, subject, text }) {
      log.warn(
        { to, subject, text },
        'No mail server is set up (HEADCOUNT_SMTP_URL): this letter was not sent',
      )
    },
    close: async () => undefined,
  }
}

function mailOver(transport: Transporter, from: string, log: MailLog): Mail {
  const underWay = new Set<Promise<unknown>>()
  return {
    delivery: 'email',
    send(letter) {
      const sending: Promise<unknown> = transport
        .sendMail({ from, ...letter })
        .catch((error: unknown) =>
          log.error({ err: error, subject: letter.subject }, 'A letter was not sent'),
        )
        .finally(() => underWay.delete(sending))
      underWay.add(sending)
    },
    async close() {
      await Promise.all(underWay)
      transport.close()
    },
  }
}
