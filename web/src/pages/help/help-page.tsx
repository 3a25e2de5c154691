import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type ArticleTitle, articlesQuery } from '../../api/help'
import { ProblemNotice } from '../../components/problem-notice'
import { Page } from '../../ui/page'
import { ArticleFacts } from './article-facts'
import { EnglishOnly } from './english-only'
import classes from './help-page.module.css'
import { HelpSearch } from './help-search'

export function HelpPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(articlesQuery)
  return (
    <Page title={t('navigation.help')} description={t('helpCentre.about')}>
      <EnglishOnly />
      <HelpSearch />
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton h={320} radius="lg" aria-busy="true" />}
      <ul className={classes.articles}>
        {data?.map((article) => (
          <Entry key={article.slug} {...article} />
        ))}
      </ul>
    </Page>
  )
}

function Entry(article: ArticleTitle) {
  const { slug, title, summary } = article
  return (
    <li className={classes.article}>
      <div lang="en">
        <h2>
          <Link to="/help/$slug" params={{ slug }}>
            {title}
          </Link>
        </h2>
        <p>{summary}</p>
      </div>
      <ArticleFacts {...article} />
    </li>
  )
}
