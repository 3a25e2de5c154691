/**
 * The audit of a bill in one file, for the platform: the bill as it was received, the count at its cut-off
 * with every record behind it, the price, who differs, and what is uncertain; hashed and signed. Pure.
 */
import type { KeyObject } from 'node:crypto'
import { judgeBill, Tariff } from '#billing/bill-money'
import { hashOfList, type InvoicedList } from '#billing/invoice'
import type { AddOnUnits, PricePlan } from '#billing/price-plan'
import { checkShaped, hasAllEvidence, signatureFaults, signPack } from '#billing/proof-pack'
import { canonical, type Json, sha256 } from '#lib/canonical-json'
import { SOURCE_BITS, SOURCES, type Source } from '#model/source'

export const BILL_PROOF_FORMAT = 'headcount-bill-audit-1'

export interface BillProofContent {
  readonly format: typeof BILL_PROOF_FORMAT
  readonly exportedAt: string
  readonly bill: {
    readonly number: string | null
    readonly externalId: string
    readonly location: { readonly name: string; readonly externalId: string; readonly timeZone: string }
    readonly cutOffAt: string
    readonly description: string | null
    readonly billedCount: number | null
    readonly currency: string | null
    readonly digits: number
    readonly subscriptionMinor: number | null
    readonly discountMinor: number | null
    readonly taxMinor: number | null
    readonly totalMinor: number | null
  }
  readonly windowFrom: string
  readonly ruleSet: { readonly id: string; readonly kinds: readonly Readonly<Record<string, unknown>>[] }
  readonly counted: number
  readonly bySource: Readonly<Record<Source, number>>
  readonly difference: number | null
  readonly verdict: string
  readonly differenceMinor: number | null
  /** The answer, and what is uncertain, in sentences. */
  readonly sentence: string
  readonly uncertainties: readonly string[]
  readonly pricePlan: {
    readonly origin: string
    readonly plan: PricePlan | null
    readonly addOns: AddOnUnits
    /** Fewer active users have no known price. */
    readonly pricedFrom: number
  }
  /** Who stands on one side alone, where the platform’s list was given. */
  readonly comparison: Readonly<Record<string, unknown>> | null
  readonly candidates: readonly Readonly<Record<string, unknown>>[]
  readonly list: InvoicedList
  readonly listHash: string
  /** External id and name of each customer of the list, in its order. */
  readonly customers: readonly { readonly externalId: string; readonly name: string }[]
  /** External ids of the records, in the order of the evidence. */
  readonly records: readonly string[]
}

export interface BillProof extends BillProofContent {
  /** SHA-256 of the canonical JSON of all of the above. */
  readonly hash: string
  readonly publicKey: string
  readonly signature: string
}

export function signBillProof(content: BillProofContent, key: KeyObject): BillProof {
  return signPack({ ...content, hash: hashOf(content) }, key)
}

export interface BillProofVerdict {
  readonly isIntact: boolean
  /** What is wrong, a sentence each. */
  readonly faults: readonly string[]
  /** Null for a file that lacks a part. */
  readonly audit: {
    readonly sentence: string
    readonly cutOffAt: string
    readonly location: string
    readonly hash: string
    readonly publicKey: string
  } | null
}

/** @returns null for a text that is no audit of a bill */
export function verifyBillProof(text: string, trustedKey?: string): BillProofVerdict | null {
  const proof = parse(text)
  if (proof === null) return null
  if (!isWhole(proof)) return { isIntact: false, faults: ['The audit lacks a part.'], audit: null }
  const { bill, sentence, hash, publicKey } = proof
  const faults = [...signatureFaults(proof, trustedKey), ...faultsOf(proof)]
  return {
    isIntact: faults.length === 0,
    faults,
    audit: { sentence, hash, publicKey, cutOffAt: bill.cutOffAt, location: bill.location.name },
  }
}

function parse(text: string): BillProof | null {
  try {
    const value = JSON.parse(text) as Partial<BillProof> | null
    return value?.format === BILL_PROOF_FORMAT ? (value as BillProof) : null
  } catch {
    return null
  }
}

function isWhole({
  bill,
  sentence,
  hash,
  publicKey,
  signature,
  list,
  listHash,
  bySource,
  pricePlan,
}: Partial<BillProof>): boolean {
  const arrays = [list?.customers, list?.masks, list?.evidenceCustomers, list?.evidenceKinds]
  return (
    [...arrays, list?.evidenceRefs, list?.evidenceMs].every(Array.isArray) &&
    [sentence, hash, publicKey, signature, listHash, bill?.cutOffAt, bill?.location?.name].every(
      (part) => typeof part === 'string',
    ) &&
    [bySource, pricePlan, pricePlan?.addOns].every((part) => typeof part === 'object' && part !== null)
  )
}

function faultsOf(proof: BillProof): string[] {
  const { hash, publicKey: _key, signature: _signature, ...content } = proof
  return [
    ...(hashOf(content) === hash ? [] : ['The content does not fit its hash.']),
    ...checkShaped(() => listFaults(proof)),
    ...checkShaped(() => moneyFaults(proof)),
  ]
}

function listFaults({ list, listHash, counted, bySource }: BillProof): string[] {
  const faults: string[] = []
  if (hashOfList(list) !== listHash) faults.push('The list of active users does not fit its hash.')
  if (list.customers.length !== counted)
    faults.push(`The audit says ${counted} active users, its list has ${list.customers.length}.`)
  for (const source of SOURCES) {
    const count = list.masks.filter((mask) => mask & SOURCE_BITS[source]).length
    if (count !== bySource[source])
      faults.push(`The audit says ${bySource[source]} by ${source}, its list has ${count}.`)
  }
  if (!hasAllEvidence(list))
    faults.push('A source of an active user has no evidence, or evidence has no user.')
  return faults
}

/** The difference is the one that the bill, the count and the price plan make. */
function moneyFaults({ bill, counted, pricePlan, difference, differenceMinor }: BillProof): string[] {
  const { plan, addOns, pricedFrom } = pricePlan
  const isPriced = plan !== null && (bill.currency === null || plan.currency === bill.currency)
  const judged = judgeBill(bill, counted, isPriced ? new Tariff({ plan, addOns }, pricedFrom) : null)
  const isSame =
    judged.difference === difference && (judged.money?.differenceMinor ?? null) === differenceMinor
  return isSame ? [] : ['The difference is not the one that the bill, the count and the price plan make.']
}

function hashOf(content: BillProofContent): string {
  return sha256(canonical(JSON.parse(JSON.stringify(content)) as Json))
}
