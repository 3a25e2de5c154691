/** One article: its text, its contents beside it, what readers think of it, and where to go on. */
import { Skeleton } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/client'
import { type Article, articleQuery, articlesQuery } from '../../api/help'
import { ProblemNotice } from '../../components/problem-notice'
import { Page } from '../../ui/page'
import { NotFoundPage } from '../not-found/not-found-page'
import { ArticleBody } from './article-body'
import { ArticleFacts } from './article-facts'
import classes from './article-page.module.css'
import { EnglishOnly } from './english-only'
import { FeedbackForm } from './feedback-form'
import { HelpSearch } from './help-search'

const route = getRouteApi('/panel/help/$slug')

export function ArticlePage() {
  const { t } = useTranslation()
  const { slug } = route.useParams()
  const { data, error, refetch } = useQuery(articleQuery(slug))
  if (hasCode(error, 'ARTICLE_NOT_FOUND')) return <NotFoundPage />
  return (
    <Page title={data?.title ?? ''} crumbs={[t('navigation.help')]} description={<Lead article={data} />}>
      <EnglishOnly />
      <HelpSearch />
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton h={400} radius="lg" aria-busy="true" />}
      {data !== undefined && (
        <div className={classes.columns}>
          <article className={classes.article}>
            <ArticleBody key={slug} html={data.html} />
            <FeedbackForm key={`feedback ${slug}`} slug={slug} />
            <GoOn {...data} />
          </article>
          <Contents {...data} />
        </div>
      )}
    </Page>
  )
}

function Lead({ article }: { readonly article: Article | undefined }) {
  if (article === undefined) return null
  return (
    <>
      <p className={classes.summary} lang="en">
        {article.summary}
      </p>
      <ArticleFacts {...article} />
    </>
  )
}

function Contents({ slug, sections }: Article) {
  const { t } = useTranslation()
  return (
    <nav className={classes.contents} aria-label={t('helpCentre.contents')}>
      <h2>{t('helpCentre.contents')}</h2>
      <ul lang="en">
        {sections
          .filter(({ level }) => level > 1)
          .map(({ anchor, heading, level }) => (
            <li key={anchor} data-level={level}>
              <Link to="/help/$slug" params={{ slug }} hash={anchor} className={classes.entry}>
                {heading}
              </Link>
            </li>
          ))}
      </ul>
      <a href={`/help/${slug}.md`} className={classes.twin}>
        {t('helpCentre.asMarkdown')}
      </a>
    </nav>
  )
}

/** What belongs to the subject, and the articles before and after this one. */
function GoOn({ related, previous, next }: Article) {
  const { t } = useTranslation()
  const { data: articles = [] } = useQuery(articlesQuery)
  const titleOf = (slug: string) => articles.find((article) => article.slug === slug)?.title ?? slug
  return (
    <footer className={classes.goOn}>
      <h2>{t('helpCentre.related')}</h2>
      <ul lang="en">
        {related.map((slug) => (
          <li key={slug}>
            <Link to="/help/$slug" params={{ slug }}>
              {titleOf(slug)}
            </Link>
          </li>
        ))}
      </ul>
      <nav className={classes.neighbours} aria-label={t('helpCentre.neighbours')}>
        {previous !== null && (
          <Link to="/help/$slug" params={{ slug: previous }} rel="prev" className={classes.neighbour}>
            <span className={classes.way}>
              <IconArrowLeft size={14} stroke={1.8} aria-hidden /> {t('helpCentre.previous')}
            </span>
            <span lang="en">{titleOf(previous)}</span>
          </Link>
        )}
        {next !== null && (
          <Link
            to="/help/$slug"
            params={{ slug: next }}
            rel="next"
            className={`${classes.neighbour} ${classes.next}`}
          >
            <span className={classes.way}>
              {t('helpCentre.next')} <IconArrowRight size={14} stroke={1.8} aria-hidden />
            </span>
            <span lang="en">{titleOf(next)}</span>
          </Link>
        )}
      </nav>
    </footer>
  )
}
