/** What the server refuses about a field, as a sentence that begins with the field’s name. */
import { useTranslation } from 'react-i18next'

export function useFaultText(): (label: string, fault: string | undefined) => string | undefined {
  const { t } = useTranslation()
  return (label, fault) => (fault === undefined ? undefined : t('fields.fault', { label, fault }))
}
