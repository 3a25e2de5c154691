/** Why records of an import were left out or read with an assumption; by the server’s codes. */
export const importReasonsEn = {
  importReasons: {
    /** After a clause, which follows the name of its field. */
    skipped: '{{clause}}; the record is skipped',
    clauses: {
      missing: 'is missing',
      not_an_id: 'is not a positive whole number',
      not_a_key: 'is not a text of 1 to {{most}} characters',
      not_text: 'is not text and was left out',
      not_a_boolean: 'is neither true nor false',
      not_a_decimal: 'is not a decimal number and was left out',
      not_an_instant: 'is not a date and time of the years 1900 to 9999',
      no_instant_left_out: 'is not a date and time of the years 1900 to 9999 and was left out',
      not_a_local_date: 'is not a local date of the years 1900 to 9999',
      names_a_contact: 'names a contact, and this layout has memberships alone',
      no_total: 'does not tell a total, so the invoice is read as one over an amount',
      names_no_membership: 'names no membership',
      holds_no_membership: 'holds “{{value}}”, which names no membership and was left out',
      not_a_subdomain: 'is no subdomain',
      no_time_zone: 'is no known time zone, so the local dates are read as UTC',
      not_a_currency: 'is not a currency code of three letters and was left out',
      no_start_of_contract: 'is missing, so the contract is taken to exist since its StartDate',
      location_not_in_file: 'is read as UTC, because the location is not in {{file}}',
      no_end_of_contract: 'is missing on a cancelled contract, which is taken to have ended at once',
      pause_ends_too_soon: 'is not after {{from}}',
      pause_left_out: 'is not after {{from}}, so the pause was left out',
      not_a_list: 'is not an array of ids',
      member_not_an_id: 'names a member “{{value}}” that is no id and was left out',
      booking_not_an_id: 'is no id, so the booking that was cancelled cannot be told',
      resource_not_in_file: 'names a resource that is not in {{file}}',
      customer_without_name: 'is missing; the customer is called “{{name}}”',
      location_without_name: 'is missing; the location is called “{{name}}”',
      location_since: 'is not known, so {{name}} is taken to exist since 2000-01-01',
      names_no_time_zone: 'names no known time zone, so the local dates of {{name}} are read as UTC',
      names_strange_time_zone:
        'names “{{zone}}”, which is no known time zone, so the local dates of {{name}} are read as UTC',
      not_a_cycle: 'is no known cycle (1 to 6) of a recurring product',
      not_a_whole_number: 'is not a whole number from {{least}} to {{most}}',
      not_a_choice: 'is none of {{choices}}',
    },
    sentences: {
      location_unknown:
        'Location {{id}} is not among the locations of this network, so the record is left out.',
      customer_unknown:
        'Customer {{id}} is not among the customers of this network, so the record is left out.',
      contract_unknown:
        'Contract {{id}} is not among the contracts of this network, so the record is left out.',
      paying_customer_unknown:
        'Customer {{id}} is not among the customers of this network, so the team is left out.',
      member_unknown:
        'Customer {{id}} is not among the customers of this network, so the team is kept without this member.',
      price_too_large: 'The price is too large to be kept exactly, so the record is left out.',
      column_unknown: 'The column {{name}} is not known and was not read.',
      file_of_no_space: 'The file belongs to no space of {{file}} by its name, so it is not read.',
      not_an_object: 'The record is not an object; it is skipped.',
      not_an_object_at: 'The record is not an object (byte {{byte}} of the file); it is skipped.',
      wrong_size: 'The record has more or fewer values than the header; it is skipped.',
      wrong_size_at:
        'The record has more or fewer values than the header (byte {{byte}} of the file); it is skipped.',
    },
  },
} as const
