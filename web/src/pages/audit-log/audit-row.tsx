import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../api/operators'
import { useFormat } from '../../components/format'
import { useKnownWords } from '../../components/known-words'
import table from '../../ui/table.module.css'
import { Part, useSubjectLine } from './audit-details'
import classes from './audit-row.module.css'

interface AuditRowProps {
  readonly entry: AuditEntry
  /** Undefined where it is not known here. */
  readonly nameOf: (operatorId: string) => string | undefined
}

export function AuditRow({ entry, nameOf }: AuditRowProps) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const actionName = useActionName()
  const subjectLine = useSubjectLine(nameOf)
  const who =
    entry.operatorId === null ? t('audit.program') : (nameOf(entry.operatorId) ?? t('audit.someOperator'))
  return (
    <tr>
      <td className={`${table.nowrap} ${table.quiet} figures`}>{instant(entry.at)}</td>
      <td className={classes.action} data-whole>
        {actionName(entry.action)}
        <span className={classes.subject}>{subjectLine(entry.subject)}</span>
      </td>
      <td className={table.nowrap}>
        {who}
        {entry.apiKeyId !== null && <span className={table.quiet}> · {t('audit.byKey')}</span>}
      </td>
      <td className={`${table.nowrap} ${table.quiet}`}>{t(`audit.doors.${entry.door}`)}</td>
      <td data-whole>
        <details className={classes.details}>
          <summary>{t('audit.show')}</summary>
          <dl>
            <Part name={t('audit.subject')} value={entry.subject} nameOf={nameOf} />
            <Part name={t('audit.before')} value={entry.before} nameOf={nameOf} />
            <Part name={t('audit.after')} value={entry.after} nameOf={nameOf} />
            <Part name={t('audit.hash')} value={entry.hash.slice(0, HASH_SHOWN)} nameOf={nameOf} />
          </dl>
        </details>
      </td>
    </tr>
  )
}

const HASH_SHOWN = 16

function useActionName(): (action: string) => string {
  const known = useKnownWords()
  return (action) => known(`audit.actions.${action}`) ?? action.replace(/[._]/g, ' ')
}
