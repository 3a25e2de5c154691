/** Why one customer counts or does not: every record, with its instant and its rule. */
import { CloseButton, Drawer, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { explanationQuery, type View } from '../../api/active-users'
import { ExplanationView } from '../../components/explanation-view'
import { ProblemNotice } from '../../components/problem-notice'
import classes from './evidence-drawer.module.css'

const route = getRouteApi('/panel/settings/subscription/active-users')

export default function EvidenceDrawer({ view }: { readonly view: View }) {
  const { t } = useTranslation()
  const { customer } = route.useSearch()
  const navigate = useNavigate()
  const close = () =>
    void navigate({ to: '.', search: ({ customer: _, ...before }) => ({ ...before, customer: undefined }) })
  return (
    <Drawer
      opened={customer !== undefined}
      onClose={close}
      position="right"
      size="min(100%, 520px)"
      padding="lg"
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('evidence.title') } }}
    >
      <CloseButton onClick={close} aria-label={t('common.close')} className={classes.close} />
      {customer !== undefined && <OneCustomer view={view} customer={customer} />}
    </Drawer>
  )
}

function OneCustomer({ view, customer }: { readonly view: View; readonly customer: number }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(explanationQuery({ ...view, customer }))
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) {
    return (
      <Stack aria-busy="true">
        <Skeleton h={28} w="60%" />
        <Skeleton h={64} />
        <Skeleton h={180} />
      </Stack>
    )
  }
  return (
    <ExplanationView
      explanation={data}
      link={
        <Link
          to="/customers/$customer"
          params={{ customer: String(customer) }}
          search={{ network: view.network }}
        >
          {t('evidence.toCustomer')}
        </Link>
      }
    />
  )
}
