/** E-mail, plain text: over SMTP where it is set up, else to the server's log. */
import type { Transporter } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** `log`: there is no mail server, and the link stands in the server's log. */
export type Delivery = 'email' | 'log'

/** `failed`: the mail server could not be reached, or refused; why stands in the log. */
export type DeliveryOutcome = Delivery | 'failed'

export interface Mail {
  readonly delivery: Delivery
  /** Hands the letter over and does not wait for it: an answer must not tell by its time whether one was sent. */
  send(letter: Letter): void
  /** Waits until the letter has been handed over, and tells whether it was; never throws. */
  deliver(letter: Letter): Promise<DeliveryOutcome>
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
  const send = ({ to, subject, text }: Letter) =>
    log.warn({ to, subject, text }, 'No mail server is set up (HEADCOUNT_SMTP_URL): this letter was not sent')
  return {
    delivery: 'log',
    send,
    async deliver(letter) {
      send(letter)
      return 'log'
    },
    close: async () => undefined,
  }
}

function mailOver(transport: Transporter, from: string, log: MailLog): Mail {
  const underWay = new Set<Promise<unknown>>()
  const deliver = (letter: Letter): Promise<DeliveryOutcome> => {
    const sending = handOver(letter).finally(() => underWay.delete(sending))
    underWay.add(sending)
    return sending
  }
  const handOver = async (letter: Letter): Promise<DeliveryOutcome> => {
    try {
      await transport.sendMail({ from, ...letter })
      return 'email'
    } catch (error) {
      log.error({ err: error, subject: letter.subject }, 'A letter was not sent')
      return 'failed'
    }
  }
  return {
    delivery: 'email',
    send: (letter) => void deliver(letter),
    deliver,
    async close() {
      await Promise.all(underWay)
      transport.close()
    },
  }
}
