/** Without the platform’s list: groups of people whom the difference may consist of. */
import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BillAudit, CandidateGroup } from '../../api/bills'
import { CustomerName } from '../../components/customer-name'
import { useFormat } from '../../components/format'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import classes from './bills.module.css'

export function CandidatesPart({ audit }: { readonly audit: BillAudit }) {
  const { t } = useTranslation()
  const { candidates, candidatesAreCut, difference } = audit
  if (difference === 0) return null
  return (
    <Card title={t('bills.candidates.title')} description={t('bills.candidates.about')} isFlush>
      {candidates.length === 0 && <EmptyState title={t('bills.candidates.none')} />}
      {candidates.map((group) => (
        <Group key={group.reason} group={group} />
      ))}
      {candidatesAreCut && <p className={classes.people}>{t('bills.candidates.cut')}</p>}
    </Card>
  )
}

function Group({ group }: { readonly group: CandidateGroup }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <details className={classes.group} data-exact={group.isExact} open={group.isExact}>
      <summary>
        <span className={classes.count}>{number(group.count)}</span>
        <span className={classes.reason}>
          {t(`bills.reason.${group.reason}`)}
          {group.isExact && <Badge variant="default">{t('bills.candidates.exact')}</Badge>}
        </span>
      </summary>
      <ul className={classes.people}>
        {group.people.map(({ customerId, name }) => (
          <li key={customerId}>
            <CustomerName customerId={customerId} name={name} />
          </li>
        ))}
      </ul>
    </details>
  )
}
