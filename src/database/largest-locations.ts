/**
 * A setting of a connection: the numbers of the locations with the most customers, the largest first, as a list; empty
 * or absent where nothing is known. A statement over many locations goes by it to be quick, never to be right.
 */
export const LARGEST_LOCATIONS = 'headcount.largest_locations'

/** Sets it from what the server's statistics say of the table, which is nothing where there are none yet. */
export const SET_LARGEST_LOCATIONS = `
  select set_config(
    '${LARGEST_LOCATIONS}',
    coalesce((
      select most_common_vals::text
      from pg_stats
      where schemaname = 'public' and tablename = 'location_customers' and attname = 'location_id'
    ), ''),
    false)`
