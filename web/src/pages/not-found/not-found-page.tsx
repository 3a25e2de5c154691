import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Brand } from '../../components/brand'
import { EmptyState } from '../../ui/empty-state'
import { useTitle } from '../../ui/title'
import classes from './not-found-page.module.css'

export function NotFoundPage() {
  const { t } = useTranslation()
  useTitle(t('notFound.title'))
  return (
    <main className={classes.page}>
      <Brand />
      <EmptyState
        isPage
        title={t('notFound.title')}
        action={
          <Anchor component={Link} to="/">
            {t('common.toPanel')}
          </Anchor>
        }
      >
        {t('notFound.about')}
      </EmptyState>
    </main>
  )
}
