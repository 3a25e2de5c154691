/** A page whose figures come from something that is not built yet: says plainly what will be here. */
import { IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'

interface ComingProps {
  readonly page: 'plan' | 'invoices' | 'pricePlans' | 'runs'
  readonly crumbs?: readonly string[]
}

export function Coming({ page, crumbs = [] }: ComingProps) {
  const { t } = useTranslation()
  return (
    <Page title={t(`navigation.${page}`)} crumbs={crumbs}>
      <EmptyState icon={<IconHourglass size={20} stroke={1.6} />} title={t('coming.title')}>
        {t(`coming.${page}`)}
      </EmptyState>
    </Page>
  )
}
