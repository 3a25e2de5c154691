/** Webhooks of an account: which actions tell of which records, and whose signature they carry. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { EntityKind } from '#connectors/nexudus/client/entities'

export interface HookAction {
  /** As the account numbers it. */
  readonly action: number
  readonly name: string
  readonly kind: EntityKind
}

const told = (kind: EntityKind, actions: Readonly<Record<string, number>>): HookAction[] =>
  Object.entries(actions).map(([name, action]) => ({ action, name, kind }))

/** Those that change a count. What has no webhook is read by each sync. */
export const HOOK_ACTIONS: readonly HookAction[] = [
  ...told('customer', { CoworkerUpdate: 2, CoworkerCreate: 3, CoworkerDelete: 50 }),
  ...told('booking', { BookingCreate: 6, BookingUpdate: 7, BookingDelete: 8 }),
  ...told('contract', {
    CoworkerContractActivate: 10,
    CoworkerContractCancel: 11,
    CoworkerContractRenew: 12,
    CoworkerContractUpgradeDowngrade: 13,
    CoworkerContractActivateFirst: 14,
    CoworkerContractUpdate: 60,
    CoworkerContractCreate: 62,
    CoworkerContractDelete: 77,
  }),
  ...told('customer_invoice', {
    CoworkerInvoiceCreateFirst: 15,
    CoworkerInvoiceCreate: 16,
    CoworkerInvoiceDelete: 17,
    CoworkerInvoiceUpdate: 18,
    CoworkerInvoiceRefund: 19,
    CoworkerInvoiceCreditNote: 20,
  }),
  ...told('team', { TeamCreated: 57, TeamUpdated: 58, TeamDeleted: 59 }),
  ...told('recurring_product', {
    CoworkerProductCreate: 68,
    CoworkerProductUpdate: 69,
    CoworkerProductDelete: 70,
  }),
  ...told('plan', { TariffCreate: 74, TariffDelete: 75, TariffUpdate: 76 }),
  ...told('location', { BusinessUpdate: 84 }),
]

/** By number or by name, as it stands in an address. */
export function hookActionOf(text: string): HookAction | undefined {
  return HOOK_ACTIONS.find(({ action, name }) => text === String(action) || text === name)
}

/**
 * Whether a body was signed with the secret: over its bytes, or over the text in which every character that
 * is not ASCII has become a question mark, as the published recipe has it.
 */
export function isSignedBy(secret: string, body: Buffer, signature: string): boolean {
  const given = Buffer.from(signature.trim().toUpperCase(), 'latin1')
  const asAscii = asQuestionMarks(body.toString('utf8'))
  const wanted = [hmac(secret, body), hmac(asQuestionMarks(secret), Buffer.from(asAscii, 'latin1'))]
  // both are compared, whichever fits: the time taken tells nothing
  return wanted.map((one) => one.length === given.length && timingSafeEqual(one, given)).includes(true)
}

function hmac(secret: string, body: Buffer): Buffer {
  return Buffer.from(createHmac('sha256', secret).update(body).digest('hex').toUpperCase(), 'latin1')
}

/** A character beyond the first plane is two to the recipe, and becomes two marks. */
function asQuestionMarks(text: string): string {
  return text.replace(/[^\0-\x7f]/g, '?')
}
