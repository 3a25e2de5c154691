/** Filters by what a customer is, beside those by source; all of them stand in the address. */
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Narrowed } from '../../api/active-users'
import { FilterChip } from '../../ui/filter-chip'
import { KINDS } from './search'
import classes from './view-controls.module.css'

const FLAGS = ['only', 'suspended', 'disputable'] as const

export function MoreFilters({ narrowed }: { readonly narrowed: Narrowed }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const show = (changed: Narrowed) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...changed }) })
  return (
    <fieldset className={classes.chips} aria-label={t('activeUsers.moreFilters')}>
      {FLAGS.map((flag) => (
        <FilterChip
          key={flag}
          isOn={narrowed[flag] === true}
          onToggle={() => show({ [flag]: narrowed[flag] === true ? undefined : true })}
        >
          {t(`activeUsers.filters.${flag}`)}
        </FilterChip>
      ))}
      {KINDS.map((kind) => (
        <FilterChip
          key={kind}
          isOn={narrowed.kind === kind}
          onToggle={() => show({ kind: narrowed.kind === kind ? undefined : kind })}
        >
          {t(`activeUsers.filters.${kind}`)}
        </FilterChip>
      ))}
    </fieldset>
  )
}
