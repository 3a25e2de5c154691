/** What an account shows, in plain words, and the roles that it lacks. */
import { useTranslation } from 'react-i18next'
import type { AccountCheck } from '../../api/connections'
import { Notice } from '../../ui/notice'
import classes from './connections.module.css'

export function CheckAnswer({ check }: { readonly check: AccountCheck }) {
  const { t } = useTranslation()
  const { network, locations, missing } = check
  return (
    <>
      <Notice tone="good" title={t('connections.check.network', { network })}>
        {t('connections.check.locations', { count: locations.length })}{' '}
        {missing.length === 0 && t('connections.check.all')}
      </Notice>
      <MissingRoles missing={missing} />
    </>
  )
}

export function MissingRoles({ missing }: Pick<AccountCheck, 'missing'>) {
  const { t } = useTranslation()
  if (missing.length === 0) return null
  return (
    <Notice tone="warn" title={t('connections.check.missing')}>
      {t('connections.check.missingNote')}
      <ul className={classes.roles}>
        {missing.map(({ kind, roles }) => (
          <li key={kind}>
            {t(`connections.kinds.${kind}`)}: {roles.join(', ')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
