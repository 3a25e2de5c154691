/** Addresses of records in the system that they come from: templates with places for ids. */
import { type Fault, fault } from '#model/field-fault'
import { SOURCES } from '#model/source'

/** Kinds of records that can be looked at there; those of evidence are named as their source. */
export const ADDRESSED_RECORDS = ['customer', ...SOURCES] as const
export type AddressedRecord = (typeof ADDRESSED_RECORDS)[number]

/** An address for each kind; empty for none. */
export type RecordAddresses = Readonly<Record<AddressedRecord, string>>

export const NO_ADDRESSES = {
  ...{ customer: '', contract: '', booking: '', customer_invoice: '', recurring_product: '', team: '' },
} as const satisfies RecordAddresses

export const LONGEST_ADDRESS = 500
const PLACE = /\{[^{}]*\}/g
const IDS = { '{id}': true, '{customer}': true } as const

/** External ids, as they stand in the address. */
export interface RecordIds {
  readonly id: string
  /** Of the customer whom the record belongs to. */
  readonly customer: string
}

/** Where a record is; null where there is no address. */
export function recordUrl(template: string, { id, customer }: RecordIds): string | null {
  if (template === '') return null
  const fill = (text: string) => (text === '{id}' ? encodeURIComponent(id) : encodeURIComponent(customer))
  return template.replace(PLACE, fill)
}

/** What is wrong with a template, or null; an empty one is none. */
export function addressFault(template: string): Fault | null {
  if (template === '') return null
  if (template.length > LONGEST_ADDRESS) return fault('too_long', { most: LONGEST_ADDRESS })
  const unknown = template.match(PLACE)?.find((place) => !(place in IDS))
  if (unknown !== undefined) return fault('unknown_place', { place: unknown })
  const [one, other] = [urlOf(template, 'a'), urlOf(template, 'b')]
  if (one === null || other === null) return fault('not_https')
  // an id that chose the site could lead anywhere
  return template.includes('{id}') && one.origin === other.origin ? null : fault('no_id')
}

function urlOf(template: string, id: string): URL | null {
  const text = recordUrl(template, { id, customer: id }) ?? ''
  if (/[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null
}
