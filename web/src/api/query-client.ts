/** What was asked of the server, kept while it is fresh. A session that ended anywhere ends the page here. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { hasCode, problemOf } from './client'

const MOST_TRIES = 2

export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (hasCode(error, 'NOT_SIGNED_IN')) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.meta?.asksWhoIsSignedIn !== true) onError(error)
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (tries, error) => tries < MOST_TRIES && isPassing(problemOf(error).status),
        refetchOnWindowFocus: true,
      },
    },
  })
}

/** Only what may be better in a moment is asked again. */
function isPassing(status: number): boolean {
  return status === 0 || status === 503
}
