import { LARGEST_LOCATIONS } from '#lib/largest-locations'

/** Tells a connection what the server's statistics say of the table, which is nothing where there are none yet. */
export const SET_LARGEST_LOCATIONS = `
  select set_config(
    '${LARGEST_LOCATIONS}',
    coalesce((
      select most_common_vals::text
      from pg_stats
      where schemaname = 'public' and tablename = 'location_customers' and attname = 'location_id'
    ), ''),
    false)`
