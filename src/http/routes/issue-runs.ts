import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import { Instant, listOf, Named, OurNumber, Problem } from '#http/schemas'
import { finishBeforeEnd } from '#http/under-way'
import { AskedInstant } from '#lib/asked-instant'
import { given } from '#lib/given'
import { LARGEST_INT } from '#lib/largest-int'
import { DOORS } from '#model/access'
import { SKIP_REASONS } from '#services/platform-invoices/due'
import { ISSUE_RUN_STATES } from '#services/platform-invoices/read-issue-runs'

const Digits = z.int().describe('Decimals of the currency.')
const TotalMinor = z.int().describe('Whole minor units.')
const Figures = {
  activeUsers: z.int(),
  currency: z.string(),
  digits: Digits,
  totalMinor: TotalMinor,
}

const IssueReport = z
  .object({
    dryRun: z.boolean(),
    issued: listOf(
      z.object({
        networkId: z.int(),
        number: z.int(),
        locationId: z.int(),
        location: z.string(),
        cutOffAt: Instant,
        windowFrom: Instant,
        edition: z.int(),
        isCaughtUp: z.boolean().describe('A later cut-off of the location had been missed too.'),
        ...Figures,
        listHash: z.string(),
        hash: z.string(),
      }),
    ),
    skipped: listOf(
      z.object({
        networkId: z.int(),
        locationId: z.int(),
        name: z.string(),
        reason: z.enum(SKIP_REASONS),
        cutOffAt: Instant.nullable().describe('The cut-off that waits, where one does.'),
      }),
    ),
  })
  .meta({ id: 'IssueReport' })

const Comparison = z.object({
  previewRunId: z.int(),
  isSame: z.boolean().describe('Every cut-off as it was previewed: the same people, the same price.'),
  differences: listOf(
    z.object({
      locationId: z.int(),
      location: z.string(),
      cutOffAt: Instant,
      preview: z.object(Figures).nullable().describe('Null where the preview had none.'),
      issued: z.object(Figures).nullable().describe('Null where none was issued.'),
    }),
  ),
})

const run = {
  runId: z.int(),
  network: z
    .object({ networkId: z.int(), name: z.string() })
    .nullable()
    .describe('Null for a run over all networks.'),
  location: z.object({ locationId: z.int(), name: z.string() }).nullable(),
  cutOffAt: Instant.nullable().describe('The one cut-off that was asked for.'),
  isDryRun: z.boolean(),
  previewRunId: z.int().nullable().describe('The dry run that it confirmed.'),
  door: z.enum(DOORS),
  operatorId: z.string().nullable(),
  state: z.enum(ISSUE_RUN_STATES),
  progress: z
    .object({
      networksDone: z.int(),
      networks: z.int().describe('Those in which something was due.'),
      rounds: z.int(),
      issued: z.int(),
      due: z.int().describe('Cut-offs that had been missed when the run began.'),
    })
    .nullable(),
  summary: z
    .object({
      issued: z.int(),
      caughtUp: z.int(),
      skipped: z.int().describe('Locations that got none, or for which others still wait.'),
      activeUsers: z.int(),
      totals: listOf(z.object({ currency: z.string(), digits: Digits, totalMinor: TotalMinor })),
    })
    .nullable()
    .describe('Null until it has ended. Of a run that failed: what it had issued.'),
  problem: Problem.nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
}
const IssueRun = z.object(run).meta({ id: 'IssueRun' })
const IssueRunDetails = z
  .object({
    ...run,
    report: IssueReport.nullable().describe('Null until it has ended.'),
    comparison: Comparison.nullable().describe('Null where it confirmed no preview.'),
  })
  .meta({ id: 'IssueRunDetails' })

const tags = ['Platform invoices']
const config = { access: 'billing.manage' } as const

/** Runs that issue what is due: started, followed, and read again. */
export function issueRunRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    const accepted = finishBeforeEnd(app)
    app.post(
      '/platform-invoice-runs',
      {
        config,
        schema: {
          operationId: 'startIssueRun',
          summary: 'Begin to issue the platform invoices that are due, as of their cut-offs, and follow it',
          description:
            'Follow the run by its id. A dry run keeps nothing; confirm it by another run that names it as its `preview` and nothing else.',
          tags,
          body: z
            .strictObject({
              network: Named.optional().describe('Only this network; default all.'),
              location: Named.optional().describe('Only this location.'),
              cutOff: AskedInstant.optional().describe('Only this cut-off; not in the future.'),
              dryRun: z.boolean().optional().describe('Works everything out and keeps nothing.'),
              preview: z.int().min(1).max(LARGEST_INT).optional().describe('The dry run that is confirmed.'),
            })
            .default({}),
          response: { 202: IssueRun },
        },
      },
      async (request, reply) =>
        reply.code(202).send(accepted(await verbsFor(askerOf(request)).startIssueRun(given(request.body)))),
    )
    app.get(
      '/platform-invoice-runs',
      {
        config,
        schema: {
          operationId: 'listIssueRuns',
          summary: 'The runs that issued platform invoices or tried it out, the newest first',
          tags,
          querystring: z.object({
            network: Named.optional().describe('Only runs for this network alone.'),
            before: OurNumber.optional().describe('Runs before this one.'),
            limit: z.coerce.number().int().min(1).max(500).optional(),
          }),
          response: {
            200: z.object({ total: z.int(), runs: listOf(IssueRun), nextBefore: z.int().nullable() }),
          },
        },
      },
      (request) => verbsFor(askerOf(request)).issueRuns(given(request.query)),
    )
    app.get(
      '/platform-invoice-runs/:run',
      {
        config,
        schema: {
          operationId: 'getIssueRun',
          summary: 'A run: how far it is, or what it issued, beside its preview',
          tags,
          params: z.object({ run: OurNumber }),
          response: { 200: IssueRunDetails },
        },
      },
      (request) => verbsFor(askerOf(request)).issueRun(request.params.run),
    )
  }
}
