/**
 * A folder of answers of Cobot’s REST API as dev.cobot.me documents them, each a JSON array: the details of
 * the account’s spaces, and for each space the lists that its subdomain answers.
 */
import type { RecordKind } from '#model/records'

export const SPACES_FILE = 'spaces.json'

/** In the order in which records point to each other. */
export const SPACE_LISTS = ['memberships', 'teams', 'bookings', 'invoices'] as const
export type SpaceList = (typeof SPACE_LISTS)[number]

/** Every field that is read; a dot leads into an object. */
export const FIELDS = {
  spaces: ['id', 'name', 'subdomain', 'time_zone_name', 'currency', 'created_at'],
  memberships: [
    'id',
    'name',
    'email',
    'address.company',
    'user.id',
    'user.email',
    'plan.name',
    'plan.total_price_per_cycle',
    'confirmed_at',
    'starts_at',
    'canceled_to',
  ],
  teams: ['memberships'],
  bookings: ['id', 'membership.id', 'price', 'created_at'],
  invoices: ['id', 'membership_id', 'contact_id', 'items', 'created_at'],
} as const satisfies Record<SpaceList | 'spaces', readonly string[]>

export type FieldOf<List extends keyof typeof FIELDS> = (typeof FIELDS)[List][number]

/** What each list gives; memberships give contracts too. */
export const LIST_KINDS: Readonly<Record<SpaceList, RecordKind>> = {
  memberships: 'customer',
  teams: 'team',
  bookings: 'booking',
  invoices: 'customer_invoice',
}

export function fileOf(list: SpaceList, subdomain: string): string {
  return `${list}-${subdomain}.json`
}
