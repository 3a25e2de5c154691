/**
 * A platform invoice with everything that proves it, in one file: what was hashed, the list with its
 * evidence, the rules and the price plan, signed by the platform. It is checked with no database. Pure.
 */
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'
import { contentFaults } from '#billing/check-chain'
import {
  type CreditNoteContent,
  type EntryContent,
  hashOfList,
  type InvoiceContent,
  type InvoicedList,
  type VoidContent,
} from '#billing/invoice'
import { priceOf } from '#billing/price'
import { canonical, type Json } from '#lib/canonical-json'
import { SOURCE_BITS, SOURCES } from '#model/source'

export const PROOF_PACK_FORMAT = 'headcount-proof-pack-1'

export interface Hashed<Content extends EntryContent> {
  readonly content: Content
  readonly hash: string
}

export interface ProofPack {
  readonly format: typeof PROOF_PACK_FORMAT
  readonly exportedAt: string
  readonly invoice: Hashed<InvoiceContent>
  readonly void: Hashed<VoidContent> | null
  readonly creditNotes: readonly Hashed<CreditNoteContent>[]
  /** Which kinds of evidence count, as they stood in the program that exported. */
  readonly ruleSet: { readonly id: string; readonly kinds: readonly Readonly<Record<string, unknown>>[] }
  readonly list: InvoicedList
  /** External id and name of each customer of the list, in its order; names as they were at the export. */
  readonly customers: readonly { readonly externalId: string; readonly name: string }[]
  /** External ids of the records, in the order of the evidence. */
  readonly records: readonly string[]
}

export interface SignedProofPack extends ProofPack {
  /** Ed25519, the 32 bytes in base64url. */
  readonly publicKey: string
  /** Over the canonical JSON of everything else, in base64url. */
  readonly signature: string
}

/** What stands before the 32 bytes of a private key (RFC 8410). */
const PRIVATE_KEY_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_KEY_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** The platform’s key, worked out from the secret that the servers of one database share. */
export function platformKey(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'headcount platform invoices', 32))
  return createPrivateKey({ key: Buffer.concat([PRIVATE_KEY_HEAD, seed]), format: 'der', type: 'pkcs8' })
}

export function publicKeyOf(key: KeyObject): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return der.subarray(PUBLIC_KEY_HEAD.length).toString('base64url')
}

export function signProofPack(pack: ProofPack, key: KeyObject): SignedProofPack {
  return signPack(pack, key)
}

/** Signs the canonical JSON of a file that is to prove something. */
export function signPack<Pack extends object>(
  pack: Pack,
  key: KeyObject,
): Pack & { readonly publicKey: string; readonly signature: string } {
  const named = { ...pack, publicKey: publicKeyOf(key) }
  return { ...named, signature: sign(null, signedBytes(named), key).toString('base64url') }
}

function signedBytes(pack: object): Buffer {
  const { signature: _, ...content } = pack as { signature?: string }
  return Buffer.from(canonical(JSON.parse(JSON.stringify(content)) as Json))
}

export interface PackVerdict {
  readonly isIntact: boolean
  /** What is wrong, a sentence each. */
  readonly faults: readonly string[]
  /** Null for a file that is no proof pack. */
  readonly invoice: {
    readonly number: number
    readonly location: string
    readonly cutOffAt: string
    readonly activeUsers: number
    readonly currency: string
    readonly digits: number
    readonly totalMinor: number
    readonly isVoid: boolean
    readonly hash: string
  } | null
  /** The key that the pack says it was signed by. */
  readonly publicKey: string | null
}

/** @param trustedKey the platform’s public key, where it is known: anybody can sign with a key of his own */
export function verifyProofPack(text: string, trustedKey?: string): PackVerdict {
  const pack = parse(text)
  if (typeof pack === 'string') return { isIntact: false, faults: [pack], invoice: null, publicKey: null }
  const faults = [
    ...signatureFaults(pack, trustedKey),
    ...checkShaped(() => entryFaults(pack)),
    ...checkShaped(() => listFaults(pack)),
    ...chargeFaults(pack),
  ]
  const { content, hash } = pack.invoice
  const { number, location, cutOffAt, activeUsers, currency, digits, totalMinor } = content
  const isVoid = pack.void !== null
  return {
    isIntact: faults.length === 0,
    faults,
    invoice: {
      number,
      location: location.name,
      cutOffAt,
      activeUsers,
      currency,
      digits,
      totalMinor,
      isVoid,
      hash,
    },
    publicKey: pack.publicKey,
  }
}

/** The pack, or what is wrong with the file. */
function parse(text: string): SignedProofPack | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'The file is no JSON: it was cut off or damaged.'
  }
  const pack = (value ?? {}) as SignedProofPack
  if (pack.format !== PROOF_PACK_FORMAT) return 'The file is no proof pack.'
  return isWhole(pack) ? pack : 'The proof pack lacks a part.'
}

function isWhole(pack: SignedProofPack): boolean {
  const { invoice, list, publicKey, signature, creditNotes, ruleSet } = pack
  const arrays = [list?.customers, list?.masks, list?.evidenceCustomers, list?.evidenceKinds]
  const content: Partial<InvoiceContent> = invoice?.content ?? {}
  return (
    [...arrays, list?.evidenceRefs, list?.evidenceMs, creditNotes, content.lines, ruleSet?.kinds].every(
      Array.isArray,
    ) &&
    [
      ...[publicKey, signature, invoice?.hash],
      ...[content.listHash, content.location?.name, content.cutOffAt, content.currency],
    ].every((part) => typeof part === 'string') &&
    [content.number, content.activeUsers, content.totalMinor].every(Number.isSafeInteger) &&
    isDigits(content.digits)
  )
}

/** Of a currency: what its amounts can be written with. */
function isDigits(digits: unknown): boolean {
  return Number.isInteger(digits) && Number(digits) >= 0 && Number(digits) <= 20
}

/** What a check finds, or that it found something else than what it knows: a changed file can hold anything. */
export function checkShaped(check: () => string[]): string[] {
  try {
    return check()
  } catch {
    return ['A part has not the form that it should have.']
  }
}

interface Signed {
  readonly publicKey: string
  readonly signature: string
}

export function signatureFaults(pack: Signed, trustedKey: string | undefined): string[] {
  const faults: string[] = []
  if (trustedKey !== undefined && trustedKey !== pack.publicKey) {
    faults.push('The proof pack was signed by another key than the one that is trusted.')
  }
  if (!isSigned(pack))
    faults.push('The signature does not fit: the proof pack was changed after it was signed.')
  return faults
}

function isSigned(pack: Signed): boolean {
  try {
    const der = Buffer.concat([PUBLIC_KEY_HEAD, Buffer.from(pack.publicKey, 'base64url')])
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return verify(null, signedBytes(pack), key, Buffer.from(pack.signature, 'base64url'))
  } catch {
    return false
  }
}

function entryFaults({ invoice, void: voided, creditNotes, ruleSet }: SignedProofPack): string[] {
  const entries: Hashed<EntryContent>[] = [invoice, ...(voided === null ? [] : [voided]), ...creditNotes]
  const faults = entries.flatMap(({ content, hash }) => contentFaults(content, hash))
  const isOfThis = [voided, ...creditNotes].every(
    (entry) => entry === null || entry.content.about === invoice.content.number,
  )
  if (!isOfThis) faults.push('A void or a credit note is of another invoice.')
  if (ruleSet.id !== invoice.content.ruleSet) faults.push('The rule set is not the one of the invoice.')
  return faults
}

function listFaults({ invoice: { content }, list }: SignedProofPack): string[] {
  const faults: string[] = []
  if (hashOfList(list) !== content.listHash) faults.push('The list of active users is not as it was frozen.')
  if (list.customers.length !== content.activeUsers) {
    faults.push(
      `The invoice says ${content.activeUsers} active users, the list has ${list.customers.length}.`,
    )
  }
  for (const source of SOURCES) {
    const count = list.masks.filter((mask) => mask & SOURCE_BITS[source]).length
    if (count !== content.bySource[source]) {
      faults.push(`The invoice says ${content.bySource[source]} by ${source}, the list has ${count}.`)
    }
  }
  if (!hasAllEvidence(list))
    faults.push('A source of an active user has no evidence, or evidence has no user.')
  return faults
}

/** The evidence of a customer holds exactly the bits of his sources. */
export function hasAllEvidence({
  customers,
  masks,
  evidenceCustomers,
  evidenceKinds,
}: InvoicedList): boolean {
  const found = new Map<number, number>()
  for (const [at, customer] of evidenceCustomers.entries()) {
    found.set(customer, (found.get(customer) ?? 0) | ((evidenceKinds[at] ?? 0) & 255))
  }
  return (
    found.size === customers.length && customers.every((customer, at) => found.get(customer) === masks[at])
  )
}

/** The lines are those that the price plan makes of the count, and what was agreed besides. */
function chargeFaults({ invoice: { content } }: SignedProofPack): string[] {
  const { pricePlan, addOns, activeUsers: count, digits, supplements = [] } = content
  try {
    const { lines } = priceOf(pricePlan.plan, { count, addOns, digits, supplements })
    const same =
      canonical(JSON.parse(JSON.stringify(lines))) === canonical(JSON.parse(JSON.stringify(content.lines)))
    return same ? [] : ['The lines are not those that the price plan makes of the count.']
  } catch {
    return ['The price plan cannot be priced.']
  }
}
