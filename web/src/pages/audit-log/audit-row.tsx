import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../api/operators'
import { useFormat } from '../../components/format'
import { useKnownWords } from '../../components/known-words'
import table from '../../ui/table.module.css'
import classes from './audit-row.module.css'

interface AuditRowProps {
  readonly entry: AuditEntry
  /** His name; undefined where it is not known here. */
  readonly operator: string | undefined
}

export function AuditRow({ entry, operator }: AuditRowProps) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const actionName = useActionName()
  const who = entry.operatorId === null ? t('audit.program') : (operator ?? t('audit.someOperator'))
  return (
    <tr>
      <td className={`${table.nowrap} ${table.quiet} figures`}>{instant(entry.at)}</td>
      <td>{actionName(entry.action)}</td>
      <td className={table.nowrap}>
        {who}
        {entry.apiKeyId !== null && <span className={table.quiet}> · {t('audit.byKey')}</span>}
      </td>
      <td className={`${table.nowrap} ${table.quiet}`}>{t(`audit.doors.${entry.door}`)}</td>
      <td>
        <details className={classes.details}>
          <summary>{t('audit.show')}</summary>
          <dl>
            <Part name={t('audit.subject')} value={entry.subject} />
            <Part name={t('audit.before')} value={entry.before} />
            <Part name={t('audit.after')} value={entry.after} />
            <Part name={t('audit.hash')} value={entry.hash.slice(0, HASH_SHOWN)} />
          </dl>
        </details>
      </td>
    </tr>
  )
}

const HASH_SHOWN = 16

function Part({ name, value }: { readonly name: string; readonly value: unknown }) {
  if (value === null || value === undefined) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{typeof value === 'string' ? value : <Values of={value} />}</dd>
    </div>
  )
}

function Values({ of }: { readonly of: unknown }) {
  return Object.entries(of as Record<string, unknown>).map(([name, value]) => (
    <div key={name}>
      {spaced(name)}: {typeof value === 'object' ? JSON.stringify(value) : String(value)}
    </div>
  ))
}

/** `operatorId` as words. */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}

function useActionName(): (action: string) => string {
  const known = useKnownWords()
  return (action) => known(`audit.actions.${action}`) ?? action.replace(/[._]/g, ' ')
}
