import { useTranslation } from 'react-i18next'
import { Coming } from '../../components/coming'

export function PlanPage() {
  const { t } = useTranslation()
  return <Coming page="plan" crumbs={[t('navigation.settings'), t('navigation.groups.subscription')]} />
}
