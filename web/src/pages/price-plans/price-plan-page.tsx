/** One price plan, or a new one: its form, what it charges as it is typed, and its versions. */
import { Badge, Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type PricePlan, type PricePlanVersion, pricePlanQuery } from '../../api/billing'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { ItemList } from '../../ui/item-list'
import { Page } from '../../ui/page'
import { AssignToMany } from './assign-to-many'
import { DocumentButtons } from './document-buttons'
import { PlanEditor } from './plan-editor'

const route = getRouteApi('/panel/price-plans/$pricePlan')

/** What a new one begins with: the published fee for up to 40 active users, and prices above that are an example. */
const EXAMPLE: PricePlan = {
  name: '',
  currency: 'EUR',
  baseFee: '80',
  includedActiveUsers: 40,
  usage: {
    model: 'graduated',
    tiers: [
      { upTo: 60, unitPrice: '1.25' },
      { upTo: null, unitPrice: '0.95' },
    ],
  },
}

export function PricePlanPage() {
  const { t } = useTranslation()
  const { pricePlan } = route.useParams()
  const isNew = pricePlan === 'new'
  const kept = useQuery({ ...pricePlanQuery(pricePlan), enabled: !isNew })
  if (isNew) {
    return (
      <Page title={t('pricePlans.make')} crumbs={[t('navigation.pricePlans')]} isWide>
        <PlanEditor key="new" plan={EXAMPLE} />
      </Page>
    )
  }
  const newest = kept.data?.versions[0]
  if (kept.data === undefined || newest === undefined) {
    return (
      <Page title={t('navigation.pricePlans')}>
        <ProblemNotice error={kept.error} onRetry={() => void kept.refetch()} />
        {kept.error === null && <Skeleton h={320} radius="lg" aria-busy="true" />}
      </Page>
    )
  }
  const { name, pricePlanId, versions } = kept.data
  return (
    <Page
      title={name}
      crumbs={[t('navigation.pricePlans')]}
      actions={<Assign pricePlanId={pricePlanId} name={name} plan={newest.plan} />}
      isWide
    >
      <PlanEditor key={`${pricePlan} ${newest.version}`} plan={newest.plan} pricePlanId={pricePlanId}>
        <Versions versions={versions} name={name} />
      </PlanEditor>
    </Page>
  )
}

interface AssignProps {
  readonly pricePlanId: number
  readonly name: string
  readonly plan: PricePlan
}

function Assign(props: AssignProps) {
  const { t } = useTranslation()
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <>
      <Button onClick={dialog.open}>{t('planAssignment.action')}</Button>
      {isOpen && <AssignToMany {...props} onClose={dialog.close} />}
    </>
  )
}

interface VersionsProps {
  readonly versions: readonly PricePlanVersion[]
  readonly name: string
}

function Versions({ versions, name }: VersionsProps) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  return (
    <Card title={t('pricePlans.versions')} description={t('planEditor.versionsAbout')}>
      <ItemList>
        {versions.map(({ version, validFrom, createdAt, plan }, at) => (
          <ItemList.Item
            key={version}
            title={t('yourPlan.version', { version })}
            note={
              validFrom === null
                ? t('pricePlans.always')
                : t('pricePlans.from', { instant: instant(validFrom) })
            }
            action={
              <>
                <Badge variant="default">{at === 0 ? t('pricePlans.newest') : instant(createdAt)}</Badge>
                <DocumentButtons plan={plan} fileName={`${name}, ${version}.json`} />
              </>
            }
          />
        ))}
      </ItemList>
    </Card>
  )
}
