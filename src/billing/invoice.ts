/** What a platform invoice says, in the form that is hashed, and how one follows another. Pure. */
import type { ChargeLine } from '#billing/charge-line'
import type { SupplementTaken } from '#billing/price'
import type { AddOnUnits, PricePlan } from '#billing/price-plan'
import { canonical, type Json, sha256 } from '#lib/canonical-json'
import type { Source } from '#model/source'

export const FIRST_HASH = '0'.repeat(64)

interface Entry {
  readonly networkId: number
  /** Its place in the chain of its network, from 1. */
  readonly entryNumber: number
  /** Hash of the entry before; of the first, 64 zeros. */
  readonly previousHash: string
  readonly issuedAt: string
  readonly location: {
    readonly locationId: number
    readonly externalId: string
    readonly name: string
    readonly timeZone: string
  }
  readonly cutOffAt: string
  /** 1; each issue after a void is one more. */
  readonly edition: number
  readonly activeUsers: number
  readonly currency: string
  /** Decimals of the currency. */
  readonly digits: number
  readonly netMinor: number
  readonly taxMinor: number
  readonly totalMinor: number
}

export interface InvoiceContent extends Entry {
  readonly kind: 'invoice'
  /** Without gaps in its network, credit notes included. */
  readonly number: number
  readonly windowFrom: string
  readonly ruleSet: string
  readonly bySource: Readonly<Record<Source, number>>
  readonly pricePlan: {
    readonly pricePlanId: number
    readonly version: number
    readonly plan: PricePlan
  }
  readonly addOns: AddOnUnits
  readonly lines: readonly ChargeLine[]
  /** What of the lines was agreed about earlier invoices; absent where nothing was. */
  readonly supplements?: readonly SupplementTaken[]
  /** SHA-256 of the list of active users with their sources and evidence. */
  readonly listHash: string
}

export interface VoidContent extends Entry {
  readonly kind: 'void'
  /** The invoice that is void. */
  readonly about: number
  readonly reason: string
}

export interface CreditNoteContent extends Entry {
  readonly kind: 'credit_note'
  readonly number: number
  /** The invoice that it takes from; all amounts are negative. */
  readonly about: number
  readonly reason: string
  readonly lines: readonly ChargeLine[]
}

export type EntryContent = InvoiceContent | VoidContent | CreditNoteContent

/** SHA-256 of the content as canonical JSON; the content holds the hash of the entry before. */
export function hashOfEntry(content: EntryContent): string {
  return sha256(canonical(plain(content)))
}

/** As JSON tells it: without what is undefined. */
function plain(content: EntryContent): Json {
  return JSON.parse(JSON.stringify(content)) as Json
}

/** A list of active users with its evidence, as parallel arrays. */
export interface InvoicedList {
  readonly customers: readonly number[]
  readonly masks: readonly number[]
  readonly evidenceCustomers: readonly number[]
  readonly evidenceKinds: readonly number[]
  readonly evidenceRefs: readonly number[]
  /** Milliseconds since 1970; null for what has held since ever. */
  readonly evidenceMs: readonly (number | null)[]
}

/** The hash of a list, over the same text that the database hashes. */
export function hashOfList(list: InvoicedList): string {
  const arrays = [
    list.customers,
    list.masks,
    list.evidenceCustomers,
    list.evidenceKinds,
    list.evidenceRefs,
    list.evidenceMs,
  ]
  return sha256(arrays.map(arrayText).join('|'))
}

function arrayText(values: readonly (number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}
