import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pricePlansQuery } from '../../api/billing'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { ItemList } from '../../ui/item-list'
import { Page } from '../../ui/page'
import { AssignToMany } from './assign-to-many'

export function PricePlansPage() {
  const { t } = useTranslation()
  const { price } = useFormat()
  const plans = useQuery(pricePlansQuery)
  const [assigned, setAssigned] = useState<number>()
  const toAssign = plans.data?.find(({ pricePlanId }) => pricePlanId === assigned)
  return (
    <Page
      title={t('navigation.pricePlans')}
      description={t('pricePlans.about')}
      actions={
        <Button component={Link} to="/price-plans/new">
          {t('pricePlans.make')}
        </Button>
      }
    >
      <ProblemNotice error={plans.error} onRetry={() => void plans.refetch()} />
      <Card>
        {plans.isPending && <Skeleton h={120} aria-busy="true" />}
        {plans.data?.length === 0 && (
          <EmptyState title={t('pricePlans.none')}>{t('pricePlans.noneNote')}</EmptyState>
        )}
        <ItemList>
          {plans.data?.map(({ pricePlanId, name, current }) => (
            <ItemList.Item
              key={pricePlanId}
              title={
                <Link to="/price-plans/$pricePlan" params={{ pricePlan: String(pricePlanId) }}>
                  {name}
                </Link>
              }
              note={
                current === null
                  ? t('pricePlans.toCome')
                  : t('pricePlans.summary', {
                      version: current.version,
                      fee: price(current.plan.baseFee ?? 0, current.plan.currency),
                    })
              }
              action={
                current !== null && (
                  <Button size="xs" variant="default" onClick={() => setAssigned(pricePlanId)}>
                    {t('planAssignment.action')}
                  </Button>
                )
              }
            />
          ))}
        </ItemList>
      </Card>
      {toAssign?.current != null && (
        <AssignToMany
          pricePlanId={toAssign.pricePlanId}
          name={toAssign.name}
          plan={toAssign.current.plan}
          onClose={() => setAssigned(undefined)}
        />
      )}
    </Page>
  )
}
