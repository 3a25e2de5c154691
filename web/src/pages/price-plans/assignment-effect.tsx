/** Of each location the coming charge as it is and as it would be. */
import { useTranslation } from 'react-i18next'
import type { AssignedToMany } from '../../api/billing'
import { useFormat } from '../../components/format'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import classes from './location-choice.module.css'

type Assigned = AssignedToMany['locations'][number]

export function AssignmentEffect({ told }: { readonly told: AssignedToMany }) {
  const { t } = useTranslation()
  return (
    <ScrollArea label={t('planAssignment.effect')}>
      <table
        className={`${table.table} ${table.bare} ${classes.effect}`}
        aria-label={t('planAssignment.effect')}
      >
        <thead>
          <tr>
            <th scope="col">{t('planAssignment.location')}</th>
            <th scope="col" className={table.figure}>
              {t('planAssignment.before')}
            </th>
            <th scope="col" className={table.figure}>
              {t('planAssignment.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {told.locations.map((one) => (
            <Row key={one.locationId} {...one} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function Row({ name, cutOffAt, activeUsers, before, after }: Assigned) {
  const { t } = useTranslation()
  const { number, day, money, moneyChange } = useFormat()
  const isComparable = before !== null && after !== null && before.currency === after.currency
  return (
    <tr>
      <td>
        {name}
        <div className={table.quiet}>
          {cutOffAt === null || activeUsers === null
            ? t('planAssignment.noAnchor')
            : t('planAssignment.coming', {
                count: activeUsers,
                users: number(activeUsers),
                day: day(cutOffAt),
              })}
        </div>
      </td>
      <td className={table.figure}>
        {before === null ? '–' : money(before.totalMinor, before.currency)}
        <div className={table.quiet}>{before?.pricePlan ?? t('planAssignment.noPlan')}</div>
      </td>
      <td className={table.figure}>
        {after === null ? '–' : money(after.totalMinor, after.currency)}
        {isComparable && (
          <div className={table.quiet}>
            <span className={table.nowrap}>
              {moneyChange(after.totalMinor - before.totalMinor, after.currency)}
            </span>
          </div>
        )}
      </td>
    </tr>
  )
}
