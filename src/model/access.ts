/** What operators may do: rights, and the roles that bundle them. API keys carry rights as scopes. */

/** Each right with the sentence that screens show for it. */
export const RIGHTS = {
  'counts.read': 'See counts, lists, explanations and the records behind them',
  'records.write': 'Add and correct records, cancel contracts and bookings',
  'customers.suspend': 'Suspend and resume customers',
  'imports.run': 'Import records and see what imports did',
  'operators.manage': 'Invite operators, change their roles and remove them',
  'audit.read': 'Read the audit log',
  'billing.read': 'See price plans, platform invoices and why they differ',
  'feedback.read': 'See what readers say about the help, and what they did not find',
  'networks.manage': 'Make and rename networks',
  'billing.manage': 'Change price plans and billing anchors, issue and void platform invoices',
} as const satisfies Record<string, string>

export type Right = keyof typeof RIGHTS

const ALL_RIGHTS = Object.keys(RIGHTS) as Right[]
const PLATFORM_RIGHTS: readonly Right[] = ['networks.manage', 'billing.manage', 'feedback.read']

/** `platform` sees every network; the others are given for one network, a manager or viewer also for some of its locations. */
export const ROLE_RIGHTS = {
  platform: ALL_RIGHTS,
  network_owner: ALL_RIGHTS.filter((right) => !PLATFORM_RIGHTS.includes(right)),
  location_manager: ['counts.read', 'records.write', 'customers.suspend', 'billing.read'],
  viewer: ['counts.read', 'billing.read'],
} as const satisfies Record<string, readonly Right[]>

export type Role = keyof typeof ROLE_RIGHTS
export const ROLES = Object.keys(ROLE_RIGHTS) as Role[]
/** The roles that an operator has in a network. */
export const NETWORK_ROLES = [
  'network_owner',
  'location_manager',
  'viewer',
] as const satisfies readonly Role[]
export type NetworkRole = (typeof NETWORK_ROLES)[number]

/** Ways into the product. */
export const DOORS = ['cli', 'library', 'http', 'mcp', 'schedule'] as const
export type Door = (typeof DOORS)[number]
