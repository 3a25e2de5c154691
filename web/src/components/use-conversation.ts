/** A conversation with the assistant: what was said, and a question under way. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type AnswerPart, ask, conversationQuery, conversationsQuery } from '../api/assistant'
import { hasCode } from '../api/client'
import { usePlace } from './use-place'

interface Choice {
  /** Undefined before the first question. */
  readonly conversation: number | undefined
  readonly onChange: (conversation: number | undefined) => void
}

export function useConversation({ conversation, onChange }: Choice) {
  const queryClient = useQueryClient()
  const { location } = usePlace()
  const kept = useQuery({ ...conversationQuery(conversation ?? 0), enabled: conversation !== undefined })
  const [heard, setHeard] = useState<readonly AnswerPart[]>([])
  const asking = useMutation({
    mutationFn: (question: string) => {
      setHeard([])
      return ask(
        {
          question,
          ...(conversation !== undefined && { conversationId: conversation }),
          ...(location !== undefined && { locationId: location.locationId }),
        },
        { onPart: (part) => setHeard((parts) => [...parts, part]), onRestart: () => setHeard([]) },
      )
    },
    onSuccess: async ({ conversationId }) => {
      await queryClient.fetchQuery({ ...conversationQuery(conversationId), staleTime: 0 })
      void queryClient.invalidateQueries(conversationsQuery)
      onChange(conversationId)
    },
    onError: (error) => {
      // deleted meanwhile, perhaps in another window: the next question begins a new one
      if (hasCode(error, 'CONVERSATION_NOT_FOUND')) onChange(undefined)
    },
  })
  return {
    turns: conversation === undefined ? [] : (kept.data?.turns ?? []),
    isLoading: conversation !== undefined && kept.isPending,
    error: asking.error ?? (conversation === undefined ? null : kept.error),
    /** The question that is being answered, or that could not be. */
    question: asking.isPending || asking.isError ? asking.variables : undefined,
    isAsking: asking.isPending,
    /** What has come of its answer so far. */
    heard: asking.isPending ? heard : [],
    ask: (question: string) => asking.mutate(question),
    retry: () => {
      if (asking.isError) asking.mutate(asking.variables)
      else void kept.refetch()
    },
    forget: asking.reset,
  }
}
