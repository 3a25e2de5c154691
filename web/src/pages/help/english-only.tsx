import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice'

/** Said to who reads the panel in another language. */
export function EnglishOnly() {
  const { t, i18n } = useTranslation()
  return i18n.language === 'en' ? null : <Notice tone="info">{t('helpCentre.englishOnly')}</Notice>
}
