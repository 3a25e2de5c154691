-- What a renewal plan's occurrences are reckoned from, worked out once instead of at every count: occurrence n is
-- base + n steps - days_before. The last day of a month is the first of the next less one day. A step's average
-- length is that of 400 years, 4,800 months of 146,097 days, after which the calendar repeats.

alter table recurring_products
  add column base timestamp generated always as (
    case cycle
      when 'last_day_of_month' then
        (renews_from at time zone interval '0')
          - make_interval(days => date_part('day', renews_from at time zone interval '0')::int - 1)
          + make_interval(months => 1)
      else renews_from at time zone interval '0'
    end
  ) stored,
  add column step_months int generated always as (
    case cycle when 'month' then every when 'last_day_of_month' then every when 'year' then every * 12 else 0 end
  ) stored,
  add column step_days int generated always as (
    case cycle when 'day' then every when 'week' then every * 7 else 0 end
  ) stored,
  add column days_before int generated always as (case cycle when 'last_day_of_month' then 1 else 0 end) stored,
  add column step_seconds float8 generated always as (
    86400 * case cycle
      when 'day' then every
      when 'week' then every * 7
      when 'year' then every * 12 * 30.436875
      else every * 30.436875
    end
  ) stored;

-- A count reads both from their indexes alone.
drop index recurring_products_standing;
create index recurring_products_standing on recurring_products (location_id, renews_until)
  include (customer_id, ended_at, renews_from, base, step_months, step_days, days_before, step_seconds, network_id);
alter table team_edges drop constraint team_edges_pkey;
alter table team_edges add constraint team_edges_pkey
  primary key (location_id, paying_customer_id, customer_id, team_id, from_at, network_id) include (until_at);

-- The contracts of the customers on one page, without reading those of everybody at the location.
create index contracts_customer on contracts (location_id, customer_id);
