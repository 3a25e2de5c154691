/** What an entry of the audit trail is of; enumerations come as numbers, as their digits, or by name. */
const is = (number: number, name: string) => (value: unknown) =>
  Number(value) === number || (typeof value === 'string' && value.trim().toLowerCase() === name)

export const isCreation = is(1, 'create')
export const isDeletion = is(3, 'delete')
