/** For the platform: which articles help, what readers write, and what they did not find. */
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type HelpReport, helpReportQuery } from '../../api/help'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { ItemList } from '../../ui/item-list'
import { Page } from '../../ui/page'
import { ScrollArea } from '../../ui/scroll-area'
import { Sparkline } from '../../ui/sparkline'
import table from '../../ui/table.module.css'
import { Tile, Tiles } from '../../ui/tiles'

export function HelpFeedbackPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(helpReportQuery)
  return (
    <Page
      title={t('navigation.helpFeedback')}
      crumbs={[t('navigation.groups.platform')]}
      description={t('helpFeedback.about')}
    >
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton h={360} radius="lg" aria-busy="true" />}
      {data !== undefined && (
        <>
          <Figures {...data} />
          <ByArticle {...data} />
          <Misses {...data} />
          <Comments {...data} />
        </>
      )}
    </Page>
  )
}

interface Tally {
  readonly helpful: number
  readonly notHelpful: number
}

function useShare(): (tally: Tally) => string {
  const { t } = useTranslation()
  const { percent } = useFormat()
  return ({ helpful, notHelpful }) =>
    helpful + notHelpful === 0 ? t('helpFeedback.noAnswers') : percent(helpful / (helpful + notHelpful))
}

function Figures({ articles, misses }: HelpReport) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const share = useShare()
  const sum = (count: (tally: Tally) => number) => articles.reduce((total, one) => total + count(one), 0)
  const all = { helpful: sum(({ helpful }) => helpful), notHelpful: sum(({ notHelpful }) => notHelpful) }
  return (
    <Tiles>
      <Tile label={t('helpFeedback.helpful')} value={share(all)} note={t('helpFeedback.helpfulNote')} />
      <Tile
        label={t('helpFeedback.answers')}
        value={number(all.helpful + all.notHelpful)}
        note={t('helpFeedback.answersNote')}
      />
      <Tile
        label={t('helpFeedback.misses')}
        value={number(misses.reduce((total, { times }) => total + times, 0))}
        note={t('helpFeedback.missesNote')}
      />
    </Tiles>
  )
}

function ByArticle({ articles }: HelpReport) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const share = useShare()
  return (
    <Card title={t('helpFeedback.byArticle')} description={t('helpFeedback.byArticleNote')} isFlush>
      <ScrollArea label={t('helpFeedback.byArticle')}>
        <table className={`${table.table} ${table.stacked}`}>
          <thead>
            <tr>
              <th scope="col">{t('helpFeedback.article')}</th>
              <th scope="col" className={table.figure}>
                {t('helpCentre.yes')}
              </th>
              <th scope="col" className={table.figure}>
                {t('helpCentre.no')}
              </th>
              <th scope="col" className={table.figure}>
                {t('helpFeedback.share')}
              </th>
              <th scope="col">{t('helpFeedback.months')}</th>
            </tr>
          </thead>
          <tbody>
            {articles.map((article) => (
              <tr key={article.slug}>
                <td lang="en" data-whole>
                  <Link to="/help/$slug" params={{ slug: article.slug }}>
                    {article.title}
                  </Link>
                </td>
                <td className={table.figure} data-head={t('helpCentre.yes')}>
                  {number(article.helpful)}
                </td>
                <td className={table.figure} data-head={t('helpCentre.no')}>
                  {number(article.notHelpful)}
                </td>
                <td className={table.figure} data-head={t('helpFeedback.share')}>
                  {share(article)}
                </td>
                <td data-head={t('helpFeedback.months')}>
                  <Months {...article} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Card>
  )
}

function Months({ title, months }: HelpReport['articles'][number]) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const yes = months.map(({ helpful }) => helpful)
  if (months.every(({ helpful, notHelpful }) => helpful + notHelpful === 0)) return '–'
  const figures = months
    .map(({ helpful, notHelpful }) => `${number(helpful)}/${number(notHelpful)}`)
    .join(', ')
  return <Sparkline values={yes} label={t('helpFeedback.monthsOf', { title, figures })} />
}

function Misses({ misses }: HelpReport) {
  const { t } = useTranslation()
  const { number, day } = useFormat()
  if (misses.length === 0) {
    return <Card title={t('helpFeedback.notFound')} description={t('helpFeedback.nothingMissed')} />
  }
  return (
    <Card title={t('helpFeedback.notFound')} description={t('helpFeedback.notFoundNote')} isFlush>
      <ScrollArea label={t('helpFeedback.notFound')}>
        <table className={`${table.table} ${table.stacked}`}>
          <thead>
            <tr>
              <th scope="col">{t('helpFeedback.asked')}</th>
              <th scope="col">{t('helpFeedback.kind')}</th>
              <th scope="col" className={table.figure}>
                {t('helpFeedback.times')}
              </th>
              <th scope="col">{t('helpFeedback.last')}</th>
            </tr>
          </thead>
          <tbody>
            {misses.map(({ kind, door, asked, times, lastAt }) => (
              <tr key={`${kind} ${door} ${asked}`}>
                <td data-whole>{asked}</td>
                <td className={table.quiet} data-whole>
                  {t(`helpFeedback.kinds.${kind}`)}
                </td>
                <td className={table.figure} data-head={t('helpFeedback.times')}>
                  {number(times)}
                </td>
                <td className={table.nowrap} data-head={t('helpFeedback.last')}>
                  {day(lastAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Card>
  )
}

function Comments({ comments, articles }: HelpReport) {
  const { t } = useTranslation()
  const { day } = useFormat()
  const titleOf = (slug: string) => articles.find((article) => article.slug === slug)?.title ?? slug
  if (comments.length === 0) {
    return <Card title={t('helpFeedback.comments')} description={t('helpFeedback.noComments')} />
  }
  return (
    <Card title={t('helpFeedback.comments')}>
      <ItemList>
        {comments.map(({ slug, isHelpful, comment, changedAt }) => (
          <ItemList.Item
            key={`${slug} ${changedAt} ${comment}`}
            title={comment}
            note={`${titleOf(slug)} · ${isHelpful ? t('helpFeedback.saidYes') : t('helpFeedback.saidNo')} · ${day(changedAt)}`}
          />
        ))}
      </ItemList>
    </Card>
  )
}
