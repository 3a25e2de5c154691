import { Badge, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/client'
import { rulesQuery } from '../../api/rules'
import { useKindName } from '../../components/kind-name'
import { ProblemNotice } from '../../components/problem-notice'
import { SourceLabel } from '../../components/source-label'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import classes from './help-page.module.css'

export function HelpPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(rulesQuery)
  return (
    <Page title={t('navigation.help')} description={t('help.about')}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      <Card title={t('help.who')} description={t('help.whoNote')}>
        {data === undefined ? <Skeleton h={220} aria-busy="true" /> : <Sources {...data} />}
      </Card>
      <Card title={t('help.kinds')} description={t('help.kindsNote')} isFlush>
        {data === undefined ? <Skeleton h={220} radius={0} aria-busy="true" /> : <Kinds {...data} />}
      </Card>
    </Page>
  )
}

function Sources({ sources }: Schemas['Rules']) {
  const { t } = useTranslation()
  return (
    <dl className={classes.sources}>
      {sources.map(({ source, sentence, lasts, isSilencedBySuspension }) => (
        <div key={source}>
          <dt>
            <SourceLabel source={source} />
          </dt>
          <dd>
            {sentence}
            <span className={classes.note}>
              {t(`help.lasts.${lasts}`)} {isSilencedBySuspension && t('help.silencedBySuspension')}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Kinds({ ruleSet }: Schemas['Rules']) {
  const { t } = useTranslation()
  const kindName = useKindName()
  return (
    <ScrollArea label={t('help.kinds')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('table.column.source')}</th>
            <th scope="col">{t('help.kind')}</th>
            <th scope="col">{t('help.meaning')}</th>
            <th scope="col">{t('help.counts')}</th>
          </tr>
        </thead>
        <tbody>
          {ruleSet.kinds.map(({ source, kind, counts, isDisputable, meaning }) => (
            <tr key={`${source} ${kind}`}>
              <td className={table.nowrap}>
                <SourceLabel source={source} />
              </td>
              <td className={table.nowrap}>{kindName(kind)}</td>
              <td className={table.quiet}>{meaning}</td>
              <td className={table.nowrap}>
                {counts ? t('help.yes') : t('help.no')}{' '}
                {isDisputable && <Badge variant="default">{t('evidence.disputable')}</Badge>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
