/** Why records of an import were left out or read with an assumption; each is known again by its English words. */
export const importReasonsEn = {
  importReasons: {
    /** After a clause, which follows the name of its field. */
    skipped: '{{clause}}; the record is skipped',
    clauses: {
      missing: 'is missing',
      notAnId: 'is not a positive whole number',
      notAKey: 'is not a text of 1 to {{most}} characters',
      notText: 'is not text and was left out',
      notABoolean: 'is neither true nor false',
      notADecimal: 'is not a decimal number and was left out',
      notAnInstant: 'is not a date and time of the years 1900 to 9999',
      notAnInstantLeftOut: 'is not a date and time of the years 1900 to 9999 and was left out',
      notALocalDate: 'is not a local date of the years 1900 to 9999',
      noMembership: 'names a contact, and this layout has memberships alone',
      noTotal: 'does not tell a total, so the invoice is read as one over an amount',
      namesNoMembership: 'names no membership',
      holdsNoMembership: 'holds “{{value}}”, which names no membership and was left out',
      notASubdomain: 'is no subdomain',
      noTimeZoneThenUtc: 'is no known time zone, so local dates are read as UTC',
      noTimeZoneThenTheUtc: 'is no known time zone, so the local dates are read as UTC',
      notACurrency: 'is not a currency code of three letters and was left out',
      noStartOfContract: 'is missing, so the contract is taken to exist since its StartDate',
      locationNotInFile: 'is read as UTC, because the location is not in {{file}}',
      noEndOfContract: 'is missing on a cancelled contract, which is taken to have ended at once',
      pauseEndsTooSoon: 'is not after {{from}}',
      pauseLeftOut: 'is not after {{from}}, so the pause was left out',
      notAList: 'is not an array of ids',
      memberNotAnId: 'names a member “{{value}}” that is no id and was left out',
      bookingNotAnId: 'is no id, so the booking that was cancelled cannot be told',
      resourceNotInFile: 'names a resource that is not in {{file}}',
      customerWithoutName: 'is missing; the customer is called “{{name}}”',
      locationWithoutName: 'is missing; the location is called “{{name}}”',
      locationSince: 'is not known, so {{name}} is taken to exist since 2000-01-01',
      locationWithoutTimeZone: 'names no known time zone, so the local dates of {{name}} are read as UTC',
      locationOfStrangeTimeZone:
        'names “{{zone}}”, which is no known time zone, so the local dates of {{name}} are read as UTC',
      notACycle: 'is no known cycle (1 to 6) of a recurring product',
      notAWholeNumber: 'is not a whole number from {{least}} to {{most}}',
      notAChoice: 'is none of {{choices}}',
    },
    sentences: {
      locationMissing:
        'Location {{id}} is not among the locations of this network, so the record is left out.',
      customerMissing:
        'Customer {{id}} is not among the customers of this network, so the record is left out.',
      contractMissing:
        'Contract {{id}} is not among the contracts of this network, so the record is left out.',
      payingCustomerMissing:
        'Customer {{id}} is not among the customers of this network, so the team is left out.',
      memberMissing:
        'Customer {{id}} is not among the customers of this network, so the team is kept without this member.',
      priceTooLarge: 'The price is too large to be kept exactly, so the record is left out.',
      unknownColumn: 'The column {{name}} is not known and was not read.',
      strayList: 'The file belongs to no space of {{file}} by its name, so it is not read.',
      notAnObject: 'The record is not an object; it is skipped.',
      notAnObjectAt: 'The record is not an object (byte {{byte}} of the file); it is skipped.',
      wrongSize: 'The record has more or fewer values than the header; it is skipped.',
      wrongSizeAt:
        'The record has more or fewer values than the header (byte {{byte}} of the file); it is skipped.',
    },
  },
} as const
