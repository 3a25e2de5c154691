import type { Source } from '#model/source'

/**
 * Kinds of evidence by source, with the number under which each is stored with its fact (`facts.kind`):
 * the bit of the source in the low byte, so that a count reads one column, and a running number above.
 * Numbers are for ever: a stored fact keeps its number whatever happens to this list.
 * Kinds of contracts are read from the contract at the instant that is asked for, and have no number.
 */
export const FACT_KINDS = {
  booking: { made: 0x104, free: 0x204, tentative: 0x304 },
  customer_invoice: {
    issued: 0x108,
    zero_value: 0x208,
    credited: 0x308,
    tickets_only: 0x408,
    draft: 0x508,
    void: 0x608,
    credit_note: 0x708,
  },
  recurring_product: { sold: 0x110, ended: 0x210, one_off: 0x310 },
} as const satisfies Partial<Record<Source, Record<string, number>>>

/**
 * Kinds that are worked out at an instant and stored with no fact; a platform invoice keeps them under
 * these numbers, which are made as those of facts are.
 */
export const DERIVED_KINDS = {
  contract: { running: 0x101, future_start: 0x201, free: 0x301, frozen: 0x401 },
  recurring_product: { renewed: 0x410 },
  team: { paying_customer: 0x102 },
} as const satisfies Partial<Record<Source, Record<string, number>>>

export type FactSource = keyof typeof FACT_KINDS
export type FactKind = { [S in FactSource]: keyof (typeof FACT_KINDS)[S] }[FactSource]

/** Every kind of evidence that an answer can name. */
export const EVIDENCE_KINDS = {
  contract: ['running', 'future_start', 'free', 'frozen', 'ended'],
  booking: ['made', 'free', 'tentative', 'cancelled'],
  customer_invoice: ['issued', 'zero_value', 'credited', 'tickets_only', 'draft', 'void', 'credit_note'],
  recurring_product: ['sold', 'renewed', 'ended', 'one_off'],
  team: ['paying_customer'],
} as const satisfies Record<Source, readonly string[]>
export type EvidenceKind = (typeof EVIDENCE_KINDS)[Source][number]

const NAMES = new Map<number, FactKind>(
  Object.values(FACT_KINDS).flatMap((kinds) =>
    Object.entries(kinds).map(([name, number]) => [number, name as FactKind] as const),
  ),
)

/** The name of a stored kind. @throws Error for a number that no version of this list has had. */
export function factKindName(number: number): FactKind {
  const name = NAMES.get(number)
  if (name === undefined) throw new Error(`fact kind ${number} is not in the list of kinds`)
  return name
}

const EVIDENCE_NAMES = new Map<number, EvidenceKind>([
  ...NAMES,
  ...Object.values(DERIVED_KINDS).flatMap((kinds) =>
    Object.entries(kinds).map(([name, number]) => [number, name as EvidenceKind] as const),
  ),
])

/** The name of a kind as a platform invoice keeps it. @throws Error for a number that never was one */
export function evidenceKindName(number: number): EvidenceKind {
  const name = EVIDENCE_NAMES.get(number)
  if (name === undefined) throw new Error(`evidence kind ${number} is not in the list of kinds`)
  return name
}
