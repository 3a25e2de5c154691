import { useTranslation } from 'react-i18next'
import type { ArticleTitle } from '../../api/help'
import { useFormat } from '../../components/format'
import classes from './article-facts.module.css'

/** How long it takes to read, and how old it is. */
export function ArticleFacts({ minutes, updatedOn }: Pick<ArticleTitle, 'minutes' | 'updatedOn'>) {
  const { t } = useTranslation()
  const { day } = useFormat()
  return (
    <p className={classes.facts}>
      <span>{t('helpCentre.minutes', { count: minutes })}</span>
      <span>{t('helpCentre.updated', { day: day(`${updatedOn}T00:00:00Z`, 'UTC') })}</span>
    </p>
  )
}
