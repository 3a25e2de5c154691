/** Where the panel leads to in the help: each an article and one of its anchors. A test looks for all of them. */
export const PASSAGES = {
  overview: ['active-users-count', 'compare-locations'],
  activeUsers: ['active-users-count', 'read-the-list'],
  evidence: ['active-users-count', 'find-out-why-somebody-counts'],
  customers: ['suspended-and-archived-customers', 'find-a-customer'],
  plan: ['how-you-are-charged', 'your-price-plan'],
  invoices: ['why-is-an-invoice-higher-than-the-panel', 'the-reasons'],
  bills: ['auditing-your-bill', 'read-an-audit'],
  forecast: ['forecast-and-what-if', 'read-a-forecast'],
  imports: ['importing-records', 'import-in-the-panel'],
  connections: ['connecting-nexudus', 'connect-an-account'],
  operators: ['roles', 'invite-an-operator'],
  auditLog: ['roles', 'read-the-audit-log'],
  networks: ['roles', 'networks-and-locations'],
  pricePlans: ['how-you-are-charged', 'what-a-price-plan-is-made-of'],
  runs: ['how-you-are-charged', 'when-an-invoice-is-issued'],
  account: ['your-profile-and-password', 'top'],
  suspended: ['suspended-and-archived-customers', 'what-suspension-changes'],
  archived: ['suspended-and-archived-customers', 'archived-customers'],
  disputable: ['who-is-considered-an-active-user', 'disputable-records'],
  contract: ['who-is-considered-an-active-user', 'contract'],
  booking: ['who-is-considered-an-active-user', 'booking'],
  customer_invoice: ['who-is-considered-an-active-user', 'customer-invoice'],
  recurring_product: ['who-is-considered-an-active-user', 'recurring-product'],
  team: ['who-is-considered-an-active-user', 'team'],
} as const satisfies Record<string, readonly [slug: string, anchor: string]>

export type PassageName = keyof typeof PASSAGES

/** The passage about a page, by how its address begins; the first that fits. */
const PAGES: readonly (readonly [start: string, passage: PassageName])[] = [
  ['/customers', 'customers'],
  ['/settings/subscription/active-users', 'activeUsers'],
  ['/settings/subscription/plan', 'plan'],
  ['/settings/subscription/invoices', 'invoices'],
  ['/settings/subscription/bills', 'bills'],
  ['/settings/subscription/forecast', 'forecast'],
  ['/account', 'account'],
  ['/imports', 'imports'],
  ['/settings/connections', 'connections'],
  ['/operators', 'operators'],
  ['/audit-log', 'auditLog'],
  ['/networks', 'networks'],
  ['/price-plans', 'pricePlans'],
  ['/runs', 'runs'],
]

export function passageAbout(pathname: string): PassageName | undefined {
  if (pathname === '/') return 'overview'
  return PAGES.find(([start]) => pathname === start || pathname.startsWith(`${start}/`))?.[1]
}
