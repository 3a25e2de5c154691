import { useTranslation } from 'react-i18next'
import { Coming } from '../../components/coming'

export function InvoicesPage() {
  const { t } = useTranslation()
  return <Coming page="invoices" crumbs={[t('navigation.settings'), t('navigation.groups.subscription')]} />
}
