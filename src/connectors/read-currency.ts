import type { RecordFields } from '#connectors/read-fields'

/** A code in the form of ISO 4217; anything else is left out with a warning, because no count needs it. */
export function readCurrency<Field extends string>(fields: RecordFields<Field>, field: Field): string | null {
  const code = fields.text(field)?.toUpperCase() ?? null
  if (code === null || /^[A-Z]{3}$/.test(code)) return code
  fields.warn(field, 'not_a_currency')
  return null
}
