/**
 * What can be wrong with a field that somebody filled in, in one list. A sentence follows the name of its
 * field, with its values in braces; whoever speaks another language than English goes by the code.
 */
export const FIELD_FAULTS = {
  missing: 'must be given',
  too_short: 'must have at least {least} characters',
  too_few_letters: 'must have at least {least} letters',
  too_long: 'must have at most {most} characters',
  length: 'must have {least} to {most} characters',
  whole_number: 'must be a whole number from {least} to {most}',
  has_digits: 'must not contain digits',
  not_a_name: 'may contain letters, and spaces, hyphens and apostrophes between them; nothing else',
  not_an_email: 'must be an e-mail address, such as ana@example.com',
  has_email: 'must not contain the e-mail address',
  too_easy: 'is too easy to guess',
  easy_key_row: 'is too easy to guess: keys that stand side by side are',
  easy_repeat: 'is too easy to guess: characters that repeat are',
  easy_sequence: 'is too easy to guess: sequences such as abc are',
  easy_date: 'is too easy to guess: dates and years are',
  easy_common: 'is too easy to guess: it is used by many, or much like one that is',
  easy_word: 'is too easy to guess: a single word is',
  easy_name: 'is too easy to guess: names are',
  easy_own: 'is too easy to guess: what is known of you, or of this page, is',
  wrong_password: 'is not your password',
  no_right: 'must name at least one right',
  at_least: 'must be at least {least}',
  at_most: 'must be at most {most}',
  too_few: 'must have at least {least} entries',
  too_many: 'must have at most {most} entries',
  not_whole: 'must be a whole number',
  not_a_number: 'must be a number',
  not_a_text: 'must be a text',
  not_a_choice: 'must be one of {choices}',
  unknown_field: 'is not known here',
  not_decimal: 'must be a decimal from 0 to {most} with at most {decimals} decimals',
  not_readable: 'must be a readable name',
  not_add_on_id: 'must be 1 to 50 small letters, digits, hyphens or underscores',
  not_currency: 'must be a currency of ISO 4217',
  tier_must_be_open: 'must be null in the last tier: there is a price for any number',
  tier_must_end: 'may be null in the last tier alone',
  tier_order: 'must be more than that of the tier before, {before}',
  below_minimum: 'must not be less than the minimum',
  stands_twice: 'stands twice',
  no_such_add_on: 'is no add-on of the price plan',
  other_name: 'must keep the name {name}',
  not_https: 'must be an address that begins with https://',
  no_id: 'must contain {id} for the id of the record, after the name of the site',
  unknown_place: 'may contain {id} and {customer}, but not {place}',
} as const satisfies Record<string, string>

export type FieldFaultCode = keyof typeof FIELD_FAULTS

/** What is wrong, without saying where. */
export interface Fault {
  readonly code: FieldFaultCode
  /** The figures and words of its sentence. */
  readonly values: Readonly<Record<string, string | number>>
}

export interface FieldFault extends Fault {
  /** The name of the field. */
  readonly path: string
  /** The sentence in English, without the name of the field and a stop. */
  readonly message: string
}

export function fault(code: FieldFaultCode, values: Fault['values'] = {}): Fault {
  return { code, values }
}

/** @param found null where nothing is wrong */
export function atField(path: string, found: Fault | null): FieldFault[] {
  return found === null ? [] : [{ path, ...found, message: faultSentence(found) }]
}

/** The fault that a sentence tells: schemas can carry nothing but the sentence. */
export function faultOfSentence(sentence: string): Fault | undefined {
  for (const [code, pattern] of PATTERNS) {
    const found = pattern.exec(sentence)
    if (found !== null) return fault(code, { ...found.groups })
  }
  return undefined
}

const PATTERNS = (Object.entries(FIELD_FAULTS) as [FieldFaultCode, string][]).map(
  ([code, sentence]) =>
    [
      code,
      new RegExp(`^${sentence.replace(/[.()]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`, 's'),
    ] as const,
)

export function faultSentence({ code, values }: Fault): string {
  return FIELD_FAULTS[code].replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place))
}
