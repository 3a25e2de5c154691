/** Records of an export that are broken in one way each, and what must be told of them. */
import type { Problem } from '#model/records'

export interface BrokenRecord {
  readonly title: string
  readonly file: string
  /** Put over a good record of that file, which then has an id of its own; or a value that is no object. */
  readonly change: Readonly<Record<string, unknown>> | NotAnObject
  /** None: it is taken as it is. */
  readonly problems: readonly Told[]
}

/** What is told beside the file; the record's own id unless it is given, `#` for its position, `cancelled-` before its id. */
export interface Told {
  readonly record?: string
  readonly field: string
  readonly value: string | RegExp
  readonly reason: string | RegExp
  readonly severity: Problem['severity']
}

export class NotAnObject {
  readonly value: unknown

  constructor(value: unknown) {
    this.value = value
  }
}

/** A number that JSON can say and no language can hold; JSON.stringify writes it as text. */
export const HUGE = '\u0001 1e400'

/** A location of its own, so that nothing here changes what is counted elsewhere. */
export const YARD = 590
export const ROOM = 5900
/** Whoever the broken records belong to. */
export const CUSTOMER = 9200
const NOBODY = 999_999

const NO_INSTANT = 'is not a date and time of the years 1900 to 9999'
const SKIPPED = '; the record is skipped.'
const NO_ID = `is not a positive whole number${SKIPPED}`

type Row = readonly [title: string, change: BrokenRecord['change'], ...problems: readonly Told[]]

/** A record that is left out because of one field. */
function skipped(field: string, value: string | RegExp, reason: string, record?: string): Told {
  return {
    field,
    value,
    reason: `${field} ${reason}${SKIPPED}`,
    severity: 'skipped',
    ...(record !== undefined && { record }),
  }
}

/** A record that is used without the field. */
function warned(field: string, value: string | RegExp, reason: string): Told {
  return { field, value, reason: `${field} ${reason}.`, severity: 'warning' }
}

function unknown(noun: 'Customer' | 'Location', field: string): Told {
  const reason = `${noun} ${NOBODY} is not among the ${noun.toLowerCase()}s of this network, so the record is left out.`
  return { field, value: String(NOBODY), reason, severity: 'skipped' }
}

function noObject(value: string): Told {
  const reason = /^The record is not an object \(byte \d+ of the file\); it is skipped\.$/
  return { record: '#', field: '', value, reason, severity: 'skipped' }
}

function badId(value: string | RegExp, record: string): Told {
  return { record, field: 'Id', value, reason: `Id ${NO_ID}`, severity: 'skipped' }
}

const noId: Told = {
  record: '#',
  field: 'Id',
  value: '',
  reason: `Id is missing${SKIPPED}`,
  severity: 'skipped',
}

const noWord = (field: string, value: string | RegExp) => skipped(field, value, 'is neither true nor false')
const noInstant = (field: string, value: string) => skipped(field, value, NO_INSTANT)
const lostInstant = (field: string, value: string) => warned(field, value, `${NO_INSTANT} and was left out`)
const lostNumber = (field: string, value: string | RegExp) =>
  warned(field, value, 'is not a decimal number and was left out')

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'coworkers.json': [
    ['null', new NotAnObject(null), noObject('')],
    ['a number', new NotAnObject(17), noObject('17')],
    ['a text', new NotAnObject('Ada Quill'), noObject('Ada Quill')],
    ['a truth', new NotAnObject(true), noObject('true')],
    ['a list', new NotAnObject([7001]), noObject('[7001]')],
    ['nothing in it', new NotAnObject({}), noId],
    ['no Id', { Id: undefined }, noId],
    ['a null Id', { Id: null }, noId],
    ['an empty Id', { Id: '' }, noId],
    ['an Id of 0', { Id: 0 }, badId('0', '0')],
    ['a negative Id', { Id: -7 }, badId('-7', '-7')],
    ['a broken Id', { Id: 1.5 }, badId('1.5', '1.5')],
    ['an Id beyond all whole numbers', { Id: 1e17 }, badId('100000000000000000', '100000000000000000')],
    ['an Id of many digits', { Id: '99999999999999999' }, badId('99999999999999999', '99999999999999999')],
    ['a word for an Id', { Id: 'seven' }, badId('seven', 'seven')],
    ['a truth for an Id', { Id: true }, badId('true', '#')],
    ['a list for an Id', { Id: [7001] }, badId('[7001]', '#')],
    ['an object for an Id', { Id: { $oid: 'x' } }, badId('{"$oid":"x"}', '#')],
    ['an Id of 10,000 letters', { Id: 'x'.repeat(10_000) }, badId(/^x{199}…$/, `${'x'.repeat(199)}…`)],
    ['an odd Active', { Active: 'perhaps' }, noWord('Active', 'perhaps')],
    ['a number for Active', { Active: 2 }, noWord('Active', '2')],
    ['an odd Archived', { Archived: {} }, noWord('Archived', '{}')],
    [
      'an object for a name',
      { FullName: { First: 'Ada' } },
      warned('FullName', '{"First":"Ada"}', 'is not text and was left out'),
      warned('FullName', '{"First":"Ada"}', 'is missing; the customer is called “broken@example.org”'),
    ],
    [
      'no name',
      { FullName: null },
      warned('FullName', '', 'is missing; the customer is called “broken@example.org”'),
    ],
    [
      'an UpdatedOn on 30 February',
      { UpdatedOn: '2026-02-30T00:00:00Z' },
      lostInstant('UpdatedOn', '2026-02-30T00:00:00Z'),
    ],
    ['a number for a name', { FullName: 43 }],
    ['an Id of digits in a text', { Id: ' 9203001 ' }],
  ],
  'businesses.json': [
    ['an odd Id', { Id: 'x' }, badId('x', 'x')],
    [
      'an unknown time zone',
      { SimpleTimeZoneId: NOBODY },
      warned(
        'SimpleTimeZoneId',
        String(NOBODY),
        'names no known time zone, so the local dates of Broken Yard are read as UTC',
      ),
    ],
    [
      'a time zone on Mars',
      { SimpleTimeZoneId: 2999 },
      warned(
        'SimpleTimeZoneId',
        '2999',
        'names “Mars Standard Time”, which is no known time zone, so the local dates of Broken Yard are read as UTC',
      ),
    ],
    [
      'no CreatedOn',
      { CreatedOn: null },
      warned('CreatedOn', '', 'is not known, so Broken Yard is taken to exist since 2000-01-01'),
    ],
    [
      'a currency of four letters',
      { CurrencyCode: 'EURO' },
      warned('CurrencyCode', 'EURO', 'is not a currency code of three letters and was left out'),
    ],
    ['no name', { Name: '  ' }, warned('Name', '  ', 'is missing; the location is called “Location ID”')],
  ],
  'simpletimezones.json': [['no name', { Name: null }, skipped('Name', '', 'is missing')]],
  'audittrailentries.json': [
    ['an unknown customer', { EntityId: NOBODY }, unknown('Customer', 'EntityId')],
    ['an odd value', { OldValue: 'maybe' }, noWord('OldValue', 'maybe')],
    ['no date', { CreatedOn: null }, skipped('CreatedOn', '', 'is missing')],
    [
      'a date before 1900',
      { CreatedOn: '1899-12-31T23:59:59Z' },
      noInstant('CreatedOn', '1899-12-31T23:59:59Z'),
    ],
    ['a change of another field', { PropertyName: 'Email', OldValue: 'a', NewValue: 'b' }],
  ],
  'tariffs.json': [['an odd price', { Price: 'abc' }, lostNumber('Price', 'abc')]],
  'coworkercontracts.json': [
    ['an unknown customer', { CoworkerId: NOBODY }, unknown('Customer', 'CoworkerId')],
    ['no customer', { CoworkerId: null }, skipped('CoworkerId', '', 'is missing')],
    ['an unknown location', { IssuedById: NOBODY }, unknown('Location', 'IssuedById')],
    ['no location', { IssuedById: null }, skipped('IssuedById', '', 'is missing')],
    [
      'a creation in the year 10000',
      { CreatedOn: '10000-01-01T00:00:00Z' },
      noInstant('CreatedOn', '10000-01-01T00:00:00Z'),
    ],
    [
      'no creation',
      { CreatedOn: null },
      warned('CreatedOn', '', 'is missing, so the contract is taken to exist since its StartDate'),
    ],
    ['an odd price', { Price: 'abc' }, lostNumber('Price', 'abc')],
    ['an infinite price', { Price: HUGE }, lostNumber('Price', /^(Infinity|null)$/)],
    ['a price of 300 digits', { Price: 1e300 }, lostNumber('Price', '1e+300')],
    [
      'a price too large for the currency',
      { Price: '999999999999999' },
      {
        field: 'Price',
        value: '999999999999999',
        reason: 'The price is too large to be kept exactly, so the record is left out.',
        severity: 'skipped',
      },
    ],
    ['an odd start', { StartDate: 'soon' }, lostInstant('StartDate', 'soon')],
    ['an odd end', { CancellationDate: 'soon', Cancelled: true }, noInstant('CancellationDate', 'soon')],
    [
      'an end on 30 February',
      { CancellationDateLocal: '2026-02-30T00:00:00' },
      skipped(
        'CancellationDateLocal',
        '2026-02-30T00:00:00',
        'is not a local date of the years 1900 to 9999',
      ),
    ],
    [
      'no end though cancelled',
      { Cancelled: true, UpdatedOn: null },
      warned(
        'CancellationDate',
        '',
        'is missing on a cancelled contract, which is taken to have ended at once',
      ),
    ],
    ['a negative price', { Price: -5 }],
  ],
  'contractpausedperiods.json': [
    [
      'an unknown contract',
      { CoworkerContractId: NOBODY },
      {
        field: 'CoworkerContractId',
        value: String(NOBODY),
        reason: `Contract ${NOBODY} is not among the contracts of this network, so the record is left out.`,
        severity: 'skipped',
      },
    ],
    [
      'an end before its beginning',
      { PauseUntil: '2026-01-01T00:00:00Z' },
      skipped('PauseUntil', '2026-01-01T00:00:00Z', 'is not after PauseFrom'),
    ],
    ['no beginning', { PauseFrom: null }, skipped('PauseFrom', '', 'is missing')],
  ],
  'teams.json': [
    [
      'a word for its members',
      { TeamMembers: 'all' },
      skipped('TeamMembers', 'all', 'is not an array of ids'),
    ],
    [
      'an object for its members',
      { TeamMembers: { 0: CUSTOMER } },
      skipped('TeamMembers', `{"0":${CUSTOMER}}`, 'is not an array of ids'),
    ],
    [
      'a member that is no id',
      { TeamMembers: [CUSTOMER, 'x'] },
      warned('TeamMembers', `[${CUSTOMER},"x"]`, 'names a member “x” that is no id and was left out'),
    ],
    [
      'an unknown member',
      { TeamMembers: [CUSTOMER, NOBODY] },
      {
        field: 'TeamMembers',
        value: String(NOBODY),
        reason: `Customer ${NOBODY} is not among the customers of this network, so the team is kept without this member.`,
        severity: 'warning',
      },
    ],
    [
      'an unknown paying customer',
      { PayingMemberId: NOBODY },
      {
        field: 'PayingMemberId',
        value: String(NOBODY),
        reason: `Customer ${NOBODY} is not among the customers of this network, so the team is left out.`,
        severity: 'skipped',
      },
    ],
    [
      'an odd merged billing',
      { CreateSingleInvoiceForTeam: 'maybe' },
      noWord('CreateSingleInvoiceForTeam', 'maybe'),
    ],
  ],
  'resources.json': [
    ['no location', { BusinessId: null }, skipped('BusinessId', '', 'is missing')],
    ['an odd location', { BusinessId: 'x' }, skipped('BusinessId', 'x', 'is not a positive whole number')],
  ],
  'bookings.json': [
    [
      'an unknown resource',
      { ResourceId: NOBODY },
      skipped('ResourceId', String(NOBODY), 'names a resource that is not in resources.json'),
    ],
    ['a resource of an unknown location', { ResourceId: 5999 }, unknown('Location', 'ResourceId')],
    ['an unknown customer', { CoworkerId: NOBODY }, unknown('Customer', 'CoworkerId')],
    [
      'a negative customer',
      { CoworkerId: -1 },
      skipped('CoworkerId', '-1', 'is not a positive whole number'),
    ],
    ['no date', { CreatedOn: undefined }, skipped('CreatedOn', '', 'is missing')],
    ['an empty date', { CreatedOn: '' }, skipped('CreatedOn', '', 'is missing')],
    [
      'a date in 1899',
      { CreatedOn: '1899-12-31T23:59:59.999Z' },
      noInstant('CreatedOn', '1899-12-31T23:59:59.999Z'),
    ],
    [
      'a date in 10000',
      { CreatedOn: '10000-01-01T00:00:00Z' },
      noInstant('CreatedOn', '10000-01-01T00:00:00Z'),
    ],
    [
      'a date on 30 February',
      { CreatedOn: '2026-02-30T10:00:00Z' },
      noInstant('CreatedOn', '2026-02-30T10:00:00Z'),
    ],
    [
      'a date on 29 February of no leap year',
      { CreatedOn: '2026-02-29T10:00:00Z' },
      noInstant('CreatedOn', '2026-02-29T10:00:00Z'),
    ],
    [
      'a date in month 13',
      { CreatedOn: '2026-13-01T10:00:00Z' },
      noInstant('CreatedOn', '2026-13-01T10:00:00Z'),
    ],
    [
      'a time of 25 hours',
      { CreatedOn: '2026-11-05T25:00:00Z' },
      noInstant('CreatedOn', '2026-11-05T25:00:00Z'),
    ],
    ['a word for a date', { CreatedOn: 'yesterday' }, noInstant('CreatedOn', 'yesterday')],
    ['a date as people write it', { CreatedOn: '5/11/2026' }, noInstant('CreatedOn', '5/11/2026')],
    ['a number for a date', { CreatedOn: 1_793_871_000_000 }, noInstant('CreatedOn', '1793871000000')],
    [
      'an old form of date',
      { CreatedOn: '/Date(1793871000000)/' },
      noInstant('CreatedOn', '/Date(1793871000000)/'),
    ],
    ['an odd Tentative', { Tentative: 'perhaps' }, noWord('Tentative', 'perhaps')],
    ['an odd price', { OverridePrice: 'free' }, lostNumber('OverridePrice', 'free')],
    ['a date on the first day of all', { CreatedOn: '1900-01-01T00:00:00Z' }],
    ['a date at the last moment of all', { CreatedOn: '9999-12-31T23:59:59.999Z' }],
    ['nobody who booked', { CoworkerId: 0 }],
  ],
  'cancelledbookings.json': [
    ['no cancellation', { CancelledOn: null }, skipped('CancelledOn', '', 'is missing')],
    [
      'an odd original',
      { OriginalBookingId: 'abc' },
      warned('OriginalBookingId', 'abc', 'is no id, so the booking that was cancelled cannot be told'),
    ],
    [
      'an unknown customer',
      { CoworkerId: NOBODY },
      { ...unknown('Customer', 'CoworkerId'), record: 'cancelled-' },
    ],
  ],
  'coworkerinvoicelines.json': [
    [
      'no invoice',
      { CoworkerInvoiceId: 0 },
      skipped('CoworkerInvoiceId', '0', 'is not a positive whole number'),
    ],
  ],
  'coworkerinvoices.json': [
    ['an unknown location', { BusinessId: NOBODY }, unknown('Location', 'BusinessId')],
    ['an unknown customer', { CoworkerId: NOBODY }, unknown('Customer', 'CoworkerId')],
    ['an odd total', { TotalAmount: 'abc' }, lostNumber('TotalAmount', 'abc')],
    ['an odd Draft', { Draft: 'x' }, noWord('Draft', 'x')],
    ['no date', { CreatedOn: null }, skipped('CreatedOn', '', 'is missing')],
  ],
  'coworkerproducts.json': [
    [
      'cycle 9',
      { RepeatCycle: 9 },
      skipped('RepeatCycle', '9', 'is no known cycle (1 to 6) of a recurring product'),
    ],
    [
      'cycle 0',
      { RepeatCycle: 0 },
      skipped('RepeatCycle', '0', 'is no known cycle (1 to 6) of a recurring product'),
    ],
    [
      'no cycle',
      { RepeatCycle: null },
      skipped('RepeatCycle', '', 'is no known cycle (1 to 6) of a recurring product'),
    ],
    ['unit -1', { RepeatUnit: -1 }, skipped('RepeatUnit', '-1', 'is not a whole number from 0 to 1000')],
    [
      'unit 5000',
      { RepeatUnit: 5000 },
      skipped('RepeatUnit', '5000', 'is not a whole number from 0 to 1000'),
    ],
    ['unit 1.5', { RepeatUnit: 1.5 }, skipped('RepeatUnit', '1.5', 'is not a whole number from 0 to 1000')],
    ['unit two', { RepeatUnit: 'two' }, skipped('RepeatUnit', 'two', 'is not a whole number from 0 to 1000')],
    ['an odd beginning', { RepeatFrom: 'x' }, noInstant('RepeatFrom', 'x')],
    ['an odd end', { RepeatUntil: '2026-11-31' }, noInstant('RepeatUntil', '2026-11-31')],
    ['no date', { SaleDate: null, CreatedOn: null }, skipped('CreatedOn', '', 'is missing')],
    ['an odd RegularCharge', { RegularCharge: 'x' }, noWord('RegularCharge', 'x')],
    [
      'an end before its beginning',
      { RepeatFrom: '2026-11-10T00:00:00Z', RepeatUntil: '2026-11-06T00:00:00Z' },
    ],
  ],
  'invoices.json': [
    ['no date', { CreatedOn: null }, skipped('CreatedOn', '', 'is missing')],
    ['an unknown location', { BusinessId: NOBODY }, unknown('Location', 'BusinessId')],
  ],
}

/** Broken in a way that could take the whole import with it: each of these stands in an export of its own. */
const POISONED: typeof ROWS = {
  'coworkers.json': [
    ['a NUL character in Active', { Active: 'a\0b' }, noWord('Active', /^a.?b$/)],
    ['half a character in Active', { Active: 'a\ud83d' }, noWord('Active', /^a.?$/u)],
    ['a long Active of emoji', { Active: '😀'.repeat(300) }, noWord('Active', /^(?:😀)+…$/u)],
  ],
  'coworkercontracts.json': [
    [
      'a creation that is past 9999 in UTC',
      { CreatedOn: '9999-12-31T23:59:59-01:00' },
      noInstant('CreatedOn', '9999-12-31T23:59:59-01:00'),
    ],
  ],
  'bookings.json': [
    [
      'a date that is past 9999 in UTC',
      { CreatedOn: '9999-12-31T23:59:59-01:00' },
      noInstant('CreatedOn', '9999-12-31T23:59:59-01:00'),
    ],
  ],
}

export const BROKEN_RECORDS = brokenRecords(ROWS)
export const POISONED_RECORDS = brokenRecords(POISONED)

function brokenRecords(rows: typeof ROWS): BrokenRecord[] {
  return Object.entries(rows).flatMap(([file, ofFile]) =>
    ofFile.map(([title, change, ...problems]) => ({ title, file, change, problems })),
  )
}

const at = '2026-11-05T00:00:00Z'
const where = { BusinessId: YARD, CoworkerId: CUSTOMER, CreatedOn: at }

/** A record of each file with nothing wrong, all of one customer. */
export const GOOD_RECORDS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'businesses.json': {
    Name: 'Broken Yard',
    RootLocationId: 501,
    CurrencyCode: 'EUR',
    SimpleTimeZoneId: 2000,
    CreatedOn: at,
  },
  'simpletimezones.json': { Name: 'UTC' },
  'coworkers.json': {
    FullName: 'Broken Records',
    Email: 'broken@example.org',
    Active: true,
    Archived: false,
    UpdatedOn: at,
  },
  'audittrailentries.json': {
    EntityShortName: 'Coworker',
    EntityId: CUSTOMER,
    PropertyName: 'Archived',
    AuditType: 2,
    OldValue: 'False',
    NewValue: 'False',
    CreatedOn: at,
  },
  'tariffs.json': { Name: 'Hot desk', Price: 190 },
  'coworkercontracts.json': {
    CoworkerId: CUSTOMER,
    IssuedById: YARD,
    TariffId: 10501,
    Price: 190,
    StartDate: at,
    Cancelled: false,
    CreatedOn: at,
    UpdatedOn: at,
  },
  'contractpausedperiods.json': { PauseFrom: '2026-12-01T00:00:00Z', PauseUntil: '2027-01-01T00:00:00Z' },
  'teams.json': {
    Name: 'Team',
    TeamMembers: [CUSTOMER],
    CreateSingleInvoiceForTeam: true,
    PayingMemberId: null,
    UpdatedOn: at,
  },
  'resources.json': { BusinessId: YARD, Name: 'Room' },
  'bookings.json': {
    ResourceId: ROOM,
    CoworkerId: CUSTOMER,
    Tentative: false,
    OverridePrice: null,
    CreatedOn: at,
  },
  'cancelledbookings.json': {
    ResourceId: ROOM,
    CoworkerId: CUSTOMER,
    OriginalBookingId: null,
    CreatedOn: at,
    CancelledOn: '2026-11-06T00:00:00Z',
  },
  'coworkerinvoicelines.json': {},
  'coworkerinvoices.json': { ...where, TotalAmount: 10, Draft: false, Void: false, CreditNote: false },
  'coworkerproducts.json': {
    ...where,
    ProductName: 'Locker',
    RegularCharge: true,
    RepeatCycle: 4,
    RepeatUnit: 1,
    RepeatFrom: at,
    RepeatUntil: null,
    SaleDate: at,
  },
  'invoices.json': { BusinessId: YARD, InvoiceNumber: 'P-1', CreatedOn: '2026-11-01T00:00:00Z' },
}
