/** An explanation: the answer in a sentence, the records for and against it, and what would change it. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence, Explanation } from '../api/active-users'
import classes from './explanation-view.module.css'
import { useFormat } from './format'
import { HelpLink } from './help-link'
import { useKindName } from './kind-name'
import { RecordLink } from './record-link'
import { SourceChips, SourceLabel } from './source-label'
import { StateBadge } from './state-badge'

interface ExplanationViewProps {
  readonly explanation: Explanation
  readonly link?: ReactNode
}

export function ExplanationView({ explanation, link }: ExplanationViewProps) {
  const { t } = useTranslation()
  const { customer, evidence, isActiveUser, sources, sentence, wouldChange, location } = explanation
  const lists = [
    ['evidence.counts', evidence.filter(({ counts }) => counts)],
    ['evidence.silent', evidence.filter(({ counts }) => !counts)],
  ] as const
  return (
    <div className={classes.explanation}>
      <header>
        <h2 className={classes.customer}>{customer.name}</h2>
        <p className={classes.email}>
          {customer.email}
          {customer.isSuspended && <StateBadge state="suspended">{t('customer.suspended')}</StateBadge>}
        </p>
        <div className={classes.links}>
          {link}
          <RecordLink url={customer.url} />
        </div>
      </header>
      <div className={classes.answer} data-counts={isActiveUser}>
        <p>{sentence}</p>
        {sources.length > 0 && <SourceChips sources={sources} />}
      </div>
      {lists.map(
        ([title, records]) =>
          records.length > 0 && (
            <section key={title}>
              <h3 className={classes.heading}>{t(title)}</h3>
              <ol className={classes.line}>
                {records.map((one) => (
                  <Record
                    key={`${one.source} ${one.kind} ${one.at} ${one.record.externalId}`}
                    timeZone={location.timeZone}
                    {...one}
                  />
                ))}
              </ol>
            </section>
          ),
      )}
      {evidence.length === 0 && <p className={classes.quiet}>{t('evidence.nothing')}</p>}
      {wouldChange.length > 0 && (
        <section>
          <h3 className={classes.heading}>{t('evidence.wouldChange')}</h3>
          <ul className={classes.changes}>
            {wouldChange.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      )}
      <Frame {...explanation} />
    </div>
  )
}

interface RecordProps extends Evidence {
  readonly timeZone: string
}

function Record({
  source,
  kind,
  counts,
  isDisputable,
  at,
  until,
  record,
  rule,
  sentence,
  timeZone,
}: RecordProps) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const kindName = useKindName()
  return (
    <li data-counts={counts}>
      <div className={classes.when}>
        {at === null ? t('evidence.always') : instant(at, timeZone)}
        {until !== null && ` – ${instant(until, timeZone)}`}
      </div>
      <div className={classes.what}>
        <HelpLink to={source}>
          <SourceLabel source={source} />
        </HelpLink>
        <span className={classes.quiet}>{kindName(kind)}</span>
        {isDisputable && <StateBadge state="disputable">{t('evidence.disputable')}</StateBadge>}
      </div>
      <p>{sentence}</p>
      {record.url !== null && (
        <p className={classes.links}>
          <RecordLink url={record.url} />
        </p>
      )}
      <details>
        <summary>{t('evidence.rule')}</summary>
        <p>{rule}</p>
        <p className="figures">{t('evidence.record', { id: record.externalId })}</p>
      </details>
    </li>
  )
}

function Frame({ asOf, ruleSet, location }: Explanation) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  return (
    <p className={classes.frame}>
      {t('evidence.frame', {
        asOf: instant(asOf, location.timeZone),
        from: instant(location.windowFrom, location.timeZone),
        zone: location.timeZone.replaceAll('_', ' '),
        ruleSet,
      })}
    </p>
  )
}
