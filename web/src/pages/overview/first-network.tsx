/** What a new server begins with: something to look at, or the operator’s own records. */
import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconFileZip, IconSparkles } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { makeDemoNetwork } from '../../api/imports'
import { may, useAccount } from '../../api/session'
import { CsvTemplatesButton } from '../../components/csv-templates-button'
import { ProblemNotice } from '../../components/problem-notice'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import classes from './first-network.module.css'

export default function FirstNetwork() {
  const { t } = useTranslation()
  const account = useAccount()
  const demo = useMakeDemo()
  if (!may(account, 'networks.manage')) {
    return (
      <Page title={t('overview.title')}>
        <EmptyState title={t('start.nothingYours')}>{t('start.askOwner')}</EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('start.title', { name: account.firstName })} description={t('start.about')}>
      <ProblemNotice error={demo.error} />
      <div className={classes.choices}>
        <Choice
          icon={<IconSparkles size={20} stroke={1.6} />}
          title={t('start.demo.title')}
          action={
            <Button onClick={() => demo.mutate()} loading={demo.isPending}>
              {t('start.demo.action')}
            </Button>
          }
        >
          {t('start.demo.about')}
        </Choice>
        <Choice
          icon={<IconFileZip size={20} stroke={1.6} />}
          title={t('start.import.title')}
          action={
            <Button component={Link} to="/imports" variant="default">
              {t('start.import.action')}
            </Button>
          }
        >
          {t('start.import.about')}
        </Choice>
        <Choice
          icon={<IconFileSpreadsheet size={20} stroke={1.6} />}
          title={t('start.csv.title')}
          action={<CsvTemplatesButton />}
        >
          {t('start.csv.about')}
        </Choice>
      </div>
    </Page>
  )
}

interface ChoiceProps {
  readonly icon: ReactNode
  readonly title: string
  readonly action: ReactNode
  readonly children: ReactNode
}

function Choice({ icon, title, action, children }: ChoiceProps) {
  return (
    <section className={classes.choice}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </section>
  )
}

function useMakeDemo() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: makeDemoNetwork,
    onSuccess: () => queryClient.invalidateQueries(),
  })
}
