import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { issueRunsQuery, previewIssuing } from '../../api/issue-runs'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { PastRuns } from './past-runs'
import { RunShown } from './run-shown'

const route = getRouteApi('/panel/runs')

/** Issues what is due: a preview, a confirmation, the result beside the preview. */
export function RunsPage() {
  const { t } = useTranslation()
  const { network, location, networks, error } = usePlace()
  const { run } = route.useSearch()
  const preview = usePreview()
  const begin = (
    <Button
      variant={run === undefined ? 'filled' : 'default'}
      onClick={() =>
        network && preview.mutate({ network: network.networkId, location: location?.locationId })
      }
      loading={preview.isPending}
      disabled={network === undefined}
    >
      {t('runs.preview')}
    </Button>
  )
  return (
    <Page
      isWide
      title={t('navigation.runs')}
      crumbs={[network?.name, location?.name].filter((name) => name !== undefined)}
      description={t('runs.about')}
      actions={run !== undefined && begin}
    >
      <ProblemNotice error={error ?? preview.error} />
      {networks?.length === 0 && (
        <Card>
          <EmptyState title={t('activeUsers.noNetwork')} />
        </Card>
      )}
      {run !== undefined && <RunShown key={run} runId={run} />}
      {run === undefined && network !== undefined && (
        <Card>
          <EmptyState title={t('runs.begin')} action={begin}>
            {location === undefined
              ? t('runs.beginAll', { network: network.name })
              : t('runs.beginOne', { location: location.name })}
          </EmptyState>
        </Card>
      )}
      <PastRuns />
    </Page>
  )
}

function usePreview() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: previewIssuing,
    onSuccess: ({ runId }) => {
      void queryClient.invalidateQueries({ queryKey: issueRunsQuery.queryKey })
      void navigate({ to: '/runs', search: (was) => ({ ...was, run: runId }) })
    },
  })
}
