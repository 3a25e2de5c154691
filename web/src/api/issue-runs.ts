/** Runs that issue platform invoices, or try it out: started, followed, and read again. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type IssueRun = Schemas['IssueRun']
export type IssueRunDetails = Schemas['IssueRunDetails']

const PAGE = 20
const WHILE_RUNNING_MS = 700

const isUnderWay = ({ state }: IssueRun) => state === 'running'

export function issueRunQuery(run: number) {
  return queryOptions({
    queryKey: ['issue-run', run],
    queryFn: () => answerOf(client.GET('/api/v1/platform-invoice-runs/{run}', { params: { path: { run } } })),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data) ? WHILE_RUNNING_MS : false,
  })
}

/** Over all networks, the newest first. */
export const issueRunsQuery = infiniteQueryOptions({
  queryKey: ['issue-runs'],
  queryFn: ({ pageParam }) =>
    answerOf(
      client.GET('/api/v1/platform-invoice-runs', {
        params: { query: { limit: PAGE, ...(pageParam !== undefined && { before: pageParam }) } },
      }),
    ),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: ({ nextBefore }) => nextBefore ?? undefined,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ runs }) => runs.some(isUnderWay)) ? WHILE_RUNNING_MS : false,
})

interface PreviewAsked {
  readonly network: number
  readonly location: number | undefined
}

/** Works out what would be issued, and keeps nothing of it but the run. */
export function previewIssuing({ network, location }: PreviewAsked): Promise<IssueRun> {
  return answerOf(
    client.POST('/api/v1/platform-invoice-runs', {
      body: {
        dryRun: true,
        network: String(network),
        ...(location !== undefined && { location: String(location) }),
      },
    }),
  )
}

interface CutOffAsked {
  readonly network: number
  readonly location: number
  readonly cutOff: string
}

/** Issues the invoice of one cut-off, such as one whose first edition was voided. */
export function issueCutOff({ network, location, cutOff }: CutOffAsked): Promise<IssueRun> {
  return answerOf(
    client.POST('/api/v1/platform-invoice-runs', {
      body: { network: String(network), location: String(location), cutOff },
    }),
  )
}

/** Issues for what the preview was for. */
export function confirmPreview(preview: number): Promise<IssueRun> {
  return answerOf(client.POST('/api/v1/platform-invoice-runs', { body: { preview } }))
}
