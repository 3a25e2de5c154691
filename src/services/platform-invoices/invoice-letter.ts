/** The letter that tells an owner which platform invoices were issued. */
import type { InvoiceContent } from '#billing/invoice'
import { fromMinor } from '#model/money'
import type { Letter } from '#services/mail/mail'

export type ToldInvoice = Pick<
  InvoiceContent,
  | 'networkId'
  | 'number'
  | 'location'
  | 'cutOffAt'
  | 'activeUsers'
  | 'currency'
  | 'digits'
  | 'totalMinor'
  | 'supplements'
>

export interface Told {
  readonly to: string
  readonly firstName: string
  readonly network: string
  /** One at least. */
  readonly invoices: readonly ToldInvoice[]
}

/** Who owns five hundred locations is told of the first, and where all of them stand. */
const MOST_TOLD = 100

export function invoiceLetter({ to, firstName, network, invoices }: Told, publicUrl: string): Letter {
  const [first] = invoices
  const page = `${publicUrl}/settings/subscription/invoices`
  const isOne = invoices.length === 1 && first !== undefined
  const rest = invoices.length - MOST_TOLD
  return {
    to,
    subject: isOne
      ? `Platform invoice ${first.number} for ${first.location.name}`
      : `${invoices.length} platform invoices for ${network}`,
    text: [
      `Hello ${firstName},`,
      isOne
        ? `a platform invoice was issued in ${network}:`
        : `${invoices.length} platform invoices were issued in ${network}:`,
      ...invoices.slice(0, MOST_TOLD).map((invoice) => told(invoice, page)),
      ...(rest > 0 ? [`And ${rest} more: ${page}?network=${first?.networkId}`] : []),
      'You receive this because you are an owner of this network.',
    ].join('\n\n'),
  }
}

function told(invoice: ToldInvoice, page: string): string {
  const { location, number, networkId, cutOffAt, activeUsers, currency, digits, totalMinor } = invoice
  const agreed = (invoice.supplements ?? []).map(
    ({ about, netMinor }) =>
      `Of it for late records of platform invoice ${about}: ${currency} ${fromMinor(netMinor, digits)} before tax`,
  )
  return [
    `${location.name}, platform invoice ${number}`,
    `Cut-off: ${localTime(cutOffAt, location.timeZone)} (${location.timeZone})`,
    `Active users: ${activeUsers}`,
    `Total: ${currency} ${fromMinor(totalMinor, digits)}`,
    ...agreed,
    `${page}/${number}?network=${networkId}`,
  ].join('\n')
}

function localTime(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  return format.format(new Date(instant))
}
