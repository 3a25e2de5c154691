/** How far the records reach back, and what the answer rests on that they cannot tell. */
import { useTranslation } from 'react-i18next'
import type { BillAudit } from '../../api/bills'
import { useFormat } from '../../components/format'
import { Card } from '../../ui/card'
import classes from './bills.module.css'

export function UncertainPart({ audit }: { readonly audit: BillAudit }) {
  const { t } = useTranslation()
  const { day } = useFormat()
  const { uncertainties, history, bill } = audit
  const { timeZone } = bill.location
  const { firstReadAt, lastReadAt, statesKnownFrom } = history
  return (
    <Card title={t('bills.uncertain.title')}>
      {uncertainties.length === 0 && <p className={classes.note}>{t('bills.uncertain.none')}</p>}
      {uncertainties.length > 0 && (
        <ul className={classes.list}>
          {uncertainties.map(({ code, people }) => (
            <li key={code}>
              {t(`bills.uncertain.code.${code}`)}{' '}
              {people !== null && (
                <span className={classes.quiet}>
                  {people === 0
                    ? t('bills.uncertain.nobody')
                    : t('bills.uncertain.people', { count: people })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {firstReadAt !== null && lastReadAt !== null && (
        <p className={`${classes.note} ${classes.block} ${classes.quiet}`}>
          {t('bills.uncertain.read', { first: day(firstReadAt, timeZone), last: day(lastReadAt, timeZone) })}{' '}
          {statesKnownFrom !== null && t('bills.uncertain.states', { day: day(statesKnownFrom, timeZone) })}
        </p>
      )}
    </Card>
  )
}
