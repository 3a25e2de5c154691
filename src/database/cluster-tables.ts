/**
 * Where tables stand on a cluster (Citus): the records of a network on one node, found by network_id; what
 * many networks are asked through, copied to every node; all else on the coordinator, as on a single server.
 */

/** Small, read beside the records of any network, and rarely written: one copy a node. */
export const ON_EVERY_NODE = ['networks', 'locations', 'price_plans', 'price_plan_versions'] as const

const RECORDS = [
  'facts',
  'ended_facts',
  'customers',
  'customer_changes',
  'covered_states',
  'contracts',
  'paused_periods',
  'recurring_products',
  'teams',
  'team_memberships',
  'team_billing',
  'platform_invoices',
  'bills',
  'external_refs',
  'highest_refs',
  'location_customers',
  'location_suspensions',
  'team_edges',
] as const

/** What imports and batches change: the records of networks, and what is derived from them. */
export const RECORD_TABLES = ['locations', ...RECORDS] as const

/** All rows of a network on the node that its number leads to. The first one says how many parts there are. */
export const BY_NETWORK = [
  ...RECORDS,
  'imports',
  'billing_anchors',
  'price_plan_assignments',
  'platform_invoice_entries',
  'platform_invoice_lists',
  'platform_invoice_supplements',
  'platform_invoice_supplement_lines',
  'record_addresses',
] as const
