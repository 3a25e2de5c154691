import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SILENT_REASONS } from '#counting/evidence'
import { askerOf, type VerbsFor } from '#http/access'
import { ActiveUserQuery, filtersOf } from '#http/active-user-query'
import {
  AsOf,
  BySource,
  Cursor,
  CutOff,
  Instant,
  Limit,
  listOf,
  Named,
  OnlyBecauseOf,
  RecordUrl,
  Source,
} from '#http/schemas'
import { given } from '#lib/given'
import { CUSTOMER_KINDS } from '#model/active-user'
import { LANGUAGES } from '#model/language'
import { MOST_MONTHS } from '#services/active-users/history'

const LocationCount = z
  .object({
    locationId: z.int(),
    externalId: z.string(),
    name: z.string(),
    networkId: z.int(),
    windowFrom: Instant,
    count: z.int().describe('Active users: customers with at least one source.'),
    bySource: BySource,
  })
  .meta({ id: 'LocationCount' })

const ActiveUserCount = z
  .object({
    asOf: Instant,
    ruleSet: z.string(),
    locations: listOf(LocationCount),
    distinctCustomers: z
      .int()
      .describe('Different customers over these locations: at most the sum of their counts.'),
  })
  .meta({ id: 'ActiveUserCount' })

const ActiveUser = z
  .object({
    customerId: z.int(),
    externalId: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    company: z.string().nullable(),
    kind: z.enum(CUSTOMER_KINDS),
    isSuspended: z.boolean(),
    isArchived: z.boolean(),
    sources: listOf(Source),
    isDisputable: z.boolean().describe('Counts by nothing but disputable evidence.'),
    teams: listOf(z.string()).describe('Names of the teams by which he counts.'),
    firstEvidenceAt: Instant,
  })
  .meta({ id: 'ActiveUser' })

const ActiveUserPage = z
  .object({
    asOf: Instant,
    ruleSet: z.string(),
    location: z.object({
      locationId: z.int(),
      externalId: z.string(),
      name: z.string(),
      timeZone: z.string(),
      windowFrom: Instant,
    }),
    total: z.int().describe('All that match, on this page and others.'),
    figures: z
      .object({
        total: z.int(),
        bySource: BySource,
        onlyBecauseOf: OnlyBecauseOf,
      })
      .describe('Of all that match the other filters, whatever their source.'),
    nextCursor: z.string().nullable(),
    activeUsers: listOf(ActiveUser),
  })
  .meta({ id: 'ActiveUserPage' })

const Evidence = z
  .object({
    source: Source,
    kind: z.string(),
    counts: z.boolean(),
    silentReason: z.enum(SILENT_REASONS).nullable(),
    isDisputable: z.boolean(),
    at: Instant.nullable(),
    until: Instant.nullable(),
    record: z.object({ type: z.string(), externalId: z.string(), url: RecordUrl }),
    rule: z.string(),
    sentence: z.string(),
  })
  .meta({ id: 'Evidence' })

const Explanation = z
  .object({
    asOf: Instant,
    ruleSet: z.string(),
    location: z.object({
      locationId: z.int(),
      externalId: z.string(),
      name: z.string(),
      timeZone: z.string(),
      windowFrom: Instant,
    }),
    customer: z.object({
      customerId: z.int(),
      externalId: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      isSuspended: z.boolean(),
      url: RecordUrl,
    }),
    isActiveUser: z.boolean(),
    sources: listOf(Source),
    sentence: z.string(),
    evidence: listOf(Evidence),
    wouldChange: listOf(z.string()),
  })
  .meta({ id: 'Explanation' })

const ActiveUserHistory = z
  .object({
    asOf: Instant,
    ruleSet: z.string(),
    locations: listOf(
      z.object({ locationId: z.int(), externalId: z.string(), name: z.string(), timeZone: z.string() }),
    ),
    months: listOf(
      z.object({
        month: z.string().describe('Such as 2026-11.'),
        at: Instant.describe('The last instant that any location was counted at.'),
        hasEnded: z.boolean().describe('False for the month that had not ended: it is counted as of asOf.'),
        count: z.int().describe('Active users, over all locations.'),
        bySource: BySource,
        onlyBecauseOf: OnlyBecauseOf,
        distinctCustomers: z.int(),
      }),
    ).describe('The oldest first.'),
  })
  .meta({ id: 'ActiveUserHistory' })

const tags = ['Active users']
const config = { access: 'counts.read' } as const

/** Counting, listing and explaining. */
export function activeUserRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/active-users/count',
      {
        config,
        schema: {
          operationId: 'countActiveUsers',
          summary: 'Count active users at each location',
          tags,
          querystring: AsOf.extend({ network: Named.optional(), location: Named.optional() }),
          response: { 200: ActiveUserCount },
        },
      },
      async (request) => {
        const { as_of: asOf, ...query } = request.query
        return verbsFor(askerOf(request)).count(given({ ...query, asOf }))
      },
    )
    app.get(
      '/networks/:network/active-users/history',
      {
        config,
        schema: {
          operationId: 'getActiveUserHistory',
          summary: 'Active users at the end of each of the last months',
          description:
            'A month ends at the first instant of the next one on the clock of the location, before whatever happens at it. The last month is counted as of `as_of`.',
          tags,
          params: z.object({ network: Named }),
          querystring: AsOf.extend({
            location: Named.optional(),
            months: z.coerce.number().int().min(1).max(MOST_MONTHS).optional().describe('Default 12.'),
          }),
          response: { 200: ActiveUserHistory },
        },
      },
      async (request) => {
        const { as_of: asOf, ...query } = request.query
        return verbsFor(askerOf(request)).history({
          network: request.params.network,
          ...given({ ...query, asOf }),
        })
      },
    )
    app.get(
      '/locations/:location/active-users',
      {
        config,
        schema: {
          operationId: 'listActiveUsers',
          summary: 'List the active users of a location with their sources',
          tags,
          params: z.object({ location: Named }),
          querystring: ActiveUserQuery.extend({ limit: Limit.optional(), cursor: Cursor.optional() }),
          response: { 200: ActiveUserPage },
        },
      },
      async (request) => {
        const { limit, cursor, ...filters } = request.query
        return verbsFor(askerOf(request)).list({
          location: request.params.location,
          ...filtersOf(filters),
          ...given({ limit, cursor }),
        })
      },
    )
    app.get(
      '/locations/:location/active-users/:customer',
      {
        config,
        schema: {
          operationId: 'explainActiveUser',
          summary: 'All evidence for and against one customer at a location',
          tags,
          params: z.object({ location: Named, customer: Named }),
          querystring: AsOf.extend({
            cut_off: CutOff.optional(),
            network: Named.optional(),
            language: z.enum(LANGUAGES).optional().describe('Of the sentences; default English.'),
          }),
          response: { 200: Explanation },
        },
      },
      async (request) => {
        const { as_of: asOf, cut_off: cutOff, ...query } = request.query
        const verbs = verbsFor(askerOf(request))
        return verbs.explain({ ...request.params, ...given({ ...query, asOf, cutOff }) })
      },
    )
  }
}
