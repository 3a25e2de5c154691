import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../../api/client'
import { ProblemNotice } from '../../components/problem-notice'
import { Notice } from '../../ui/notice'

/** Asks the server whether every entry is as it was written and follows the one before. */
export function Verification() {
  const { t } = useTranslation()
  const verify = useMutation({
    mutationFn: () => answerOf(client.GET('/api/v1/audit-entries/verification')),
  })
  const chains = verify.data?.chains ?? []
  const entries = chains.reduce((total, chain) => total + chain.entries, 0)
  const action = (
    <Button size="xs" variant="default" onClick={() => verify.mutate()} loading={verify.isPending}>
      {t('audit.verify')}
    </Button>
  )
  if (verify.isError) return <ProblemNotice error={verify.error} onRetry={verify.mutate} />
  if (verify.data === undefined) return <div>{action}</div>
  return verify.data.isIntact ? (
    <Notice tone="good" title={t('audit.intact', { count: entries })} />
  ) : (
    <Notice tone="bad" title={t('audit.broken')}>
      {chains.flatMap((chain) => chain.faults).join(' ')}
    </Notice>
  )
}
