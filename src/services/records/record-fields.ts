/** What each field of a record may hold, for records that no connector has read. */
import { ianaZone } from '#lib/windows-zones'
import { FACT_KINDS } from '#model/kind'
import { type NetworkedRecord, RENEWAL_CYCLES, type RecordKind } from '#model/records'

/** What is wrong with a value, as a clause after the field's name; null where it can be used. */
type FieldCheck = (value: unknown) => string | null

/** What is removed at its origin is told by a connection alone. */
type FieldsOf<Record_ extends NetworkedRecord> = Readonly<
  Record<Exclude<keyof Record_, 'kind' | 'removedAt' | 'bill'>, FieldCheck>
>
type RecordFields = { readonly [Kind in RecordKind]: FieldsOf<Extract<NetworkedRecord, { kind: Kind }>> }

/** As imports take them: a date of other years is a slip of the pen. */
const FIRST_INSTANT = Date.UTC(1900, 0, 1)
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
const LONGEST_ID = 200
const LONGEST_TEXT = 500
const MOST_EVERY = 1000
const MOST_IDS = 5000
const UNUSABLE = /\0|\p{Surrogate}/u
const DECIMAL = /^-?[0-9]{1,15}(?:\.[0-9]{1,12})?$/

const id: FieldCheck = (value) =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= LONGEST_ID &&
  value.trim() === value &&
  !UNUSABLE.test(value)
    ? null
    : `must be a text of 1 to ${LONGEST_ID} characters without space around it`

const ids =
  (least: number): FieldCheck =>
  (value) =>
    Array.isArray(value) &&
    value.length >= least &&
    value.length <= MOST_IDS &&
    value.every((one: unknown) => id(one) === null)
      ? null
      : `must be a list of ${least} to ${MOST_IDS} ids, each a text of 1 to ${LONGEST_ID} characters without space around it`

const text: FieldCheck = (value) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT && !UNUSABLE.test(value)
    ? null
    : `must be a text of 1 to ${LONGEST_TEXT} characters`

const boolean: FieldCheck = (value) => (typeof value === 'boolean' ? null : 'must be true or false')

const instant: FieldCheck = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= FIRST_INSTANT && value <= LAST_INSTANT
    ? null
    : 'must be an instant of the years 1900 to 9999'

const decimal: FieldCheck = (value) =>
  typeof value === 'string' && DECIMAL.test(value)
    ? null
    : 'must be a decimal number as text, such as "190" or "12.50"'

const timeZone: FieldCheck = (value) =>
  typeof value === 'string' && ianaZone(value) === value
    ? null
    : 'must be the IANA name of a time zone, such as "Europe/London"'

const currency: FieldCheck = (value) =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value)
    ? null
    : 'must be a currency code of three capital letters'

const oneOf =
  (choices: readonly string[]): FieldCheck =>
  (value) =>
    typeof value === 'string' && choices.includes(value) ? null : `must be one of ${choices.join(', ')}`

const orNull =
  (check: FieldCheck): FieldCheck =>
  (value) => {
    const reason = value === null ? null : check(value)
    return reason === null ? null : `${reason}, or null`
  }

const renewal: FieldCheck = (value) => {
  if (typeof value !== 'object' || value === null) return 'must be a renewal plan'
  const plan = value as Readonly<Record<string, unknown>>
  for (const [name, check] of Object.entries(RENEWAL_FIELDS)) {
    const reason = check(plan[name])
    if (reason !== null) return `must have a plan whose ${name} ${reason.replace(/^must be/, 'is')}`
  }
  return null
}

const RENEWAL_FIELDS: Readonly<Record<string, FieldCheck>> = {
  cycle: oneOf(RENEWAL_CYCLES),
  every: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_EVERY
      ? null
      : `must be a whole number from 1 to ${MOST_EVERY}`,
  from: instant,
  until: orNull(instant),
}

export const RECORD_FIELDS: RecordFields = {
  location: { externalId: id, name: text, timeZone, currency: orNull(currency), createdAt: instant },
  customer: {
    externalId: id,
    name: text,
    email: orNull(text),
    company: orNull(text),
    isSuspended: boolean,
    isArchived: boolean,
    updatedAt: orNull(instant),
  },
  customer_change: {
    externalId: id,
    customerExternalId: id,
    at: instant,
    property: oneOf(['suspended', 'archived']),
    before: boolean,
    after: boolean,
  },
  contract: {
    externalId: id,
    locationExternalId: id,
    customerExternalId: id,
    planName: orNull(text),
    price: orNull(decimal),
    createdAt: instant,
    startsAt: orNull(instant),
    endsAt: orNull(instant),
    updatedAt: orNull(instant),
  },
  pause: { externalId: id, contractExternalId: id, from: instant, until: orNull(instant) },
  team: {
    externalId: id,
    name: text,
    hasMergedBilling: boolean,
    payingCustomerExternalId: orNull(id),
    memberExternalIds: ids(0),
    updatedAt: orNull(instant),
  },
  booking: {
    externalId: id,
    locationExternalId: id,
    customerExternalId: id,
    madeAt: instant,
    evidenceKind: oneOf(Object.keys(FACT_KINDS.booking)),
    cancelledAt: orNull(instant),
  },
  customer_invoice: {
    externalId: id,
    locationExternalIds: ids(1),
    customerExternalId: id,
    issuedAt: instant,
    evidenceKind: oneOf(Object.keys(FACT_KINDS.customer_invoice)),
    updatedAt: orNull(instant),
  },
  recurring_product: {
    externalId: id,
    locationExternalId: id,
    customerExternalId: id,
    productName: orNull(text),
    soldAt: instant,
    renewal: orNull(renewal),
  },
  platform_invoice: { externalId: id, locationExternalId: id, number: orNull(text), cutOffAt: instant },
}

/** In an order in which a record comes after those that it points to. */
export const RECORD_KINDS = Object.keys(RECORD_FIELDS) as readonly RecordKind[]
