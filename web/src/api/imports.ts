/** Imports: their history, and one that is under way. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { answerOf, client, type Problem, RequestFailed, type Schemas, unreadable } from './client'

export type ImportRun = Schemas['ImportRun']
/** What an operator uploads; a demo network is made by the server. */
export type ImportKind = Exclude<ImportRun['kind'], 'demo'>

const PAGE = 20
const WHILE_RUNNING_MS = 700

export function isUnderWay({ state }: ImportRun): boolean {
  return state === 'reading' || state === 'merging'
}

export function importsQuery(network: number | undefined) {
  return infiniteQueryOptions({
    queryKey: ['imports', network],
    queryFn: ({ pageParam }) =>
      answerOf(
        client.GET('/api/v1/imports', {
          params: {
            query: {
              limit: PAGE,
              ...(network !== undefined && { network: String(network) }),
              ...(pageParam !== undefined && { before: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ nextBefore }) => nextBefore ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ runs }) => runs.some(isUnderWay)) ? WHILE_RUNNING_MS : false,
  })
}

export interface UploadAsked {
  readonly file: Blob
  readonly kind: ImportKind
  readonly network: string | undefined
  readonly onProgress: (share: number) => void
}

/** Makes the demo network and waits until it is there. @throws RequestFailed */
export async function makeDemoNetwork(): Promise<ImportRun> {
  let run = await answerOf(client.POST('/api/v1/demo-networks', { body: {} }))
  while (isUnderWay(run)) {
    await new Promise((resolve) => setTimeout(resolve, WHILE_RUNNING_MS))
    run = await answerOf(client.GET('/api/v1/imports/{run}', { params: { path: { run: run.runId } } }))
  }
  return run
}

/** By XMLHttpRequest, since fetch does not tell how far an upload is. @throws RequestFailed */
export function uploadArchive({ file, kind, network, onProgress }: UploadAsked): Promise<ImportRun> {
  const query = new URLSearchParams({ kind, ...(network !== undefined && { network }) })
  const body = new FormData()
  body.append('archive', file, 'archive.zip')
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/imports?${query}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total)
    request.onerror = () => reject(new RequestFailed(unreadable(new Response(null, { status: 503 }))))
    request.onload = () => {
      const answer: unknown = JSON.parse(request.responseText)
      if (request.status < 300) resolve(answer as ImportRun)
      else reject(new RequestFailed(answer as Problem))
    }
    request.send(body)
  })
}
