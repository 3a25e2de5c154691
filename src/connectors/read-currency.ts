import type { RecordFields } from '#lib/read-fields'

/** A code in the form of ISO 4217; anything else is left out with a warning, because no count needs it. */
export function readCurrency<Field extends string>(fields: RecordFields<Field>, field: Field): string | null {
  const code = fields.text(field)?.toUpperCase() ?? null
  if (code === null || /^[A-Z]{3}$/.test(code)) return code
  fields.warn(field, 'is not a currency code of three letters and was left out')
  return null
}
