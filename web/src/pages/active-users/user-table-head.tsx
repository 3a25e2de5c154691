import { UnstyledButton } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Sort } from '../../api/active-users'
import type { Column } from './shown-columns'
import classes from './user-table.module.css'

interface UserTableHeadProps {
  readonly sort: Sort
  readonly columns: readonly Column[]
}

/** The order that a click on the column asks for. */
const SORT_OF: Readonly<Record<'name' | Column, Sort | null>> = {
  name: 'name',
  email: null,
  company: null,
  kind: null,
  teams: null,
  sources: 'source',
  since: 'since',
}

export function UserTableHead({ sort, columns }: UserTableHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {(['name', ...columns] as const).map((column) => (
          <HeadCell key={column} column={column} sort={sort} />
        ))}
      </tr>
    </thead>
  )
}

function HeadCell({ column, sort }: { readonly column: 'name' | Column; readonly sort: Sort }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const sortOf = SORT_OF[column]
  const isSorted = sortOf === sort
  const label = t(`table.column.${column}`)
  const sortBy = () =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, sort: sortOf === 'name' ? undefined : (sortOf ?? undefined) }),
    })
  return (
    <th scope="col" data-column={column} aria-sort={isSorted ? 'ascending' : undefined}>
      {sortOf === null ? (
        label
      ) : (
        <UnstyledButton onClick={sortBy} className={classes.sort} data-sorted={isSorted}>
          {label}
          <IconArrowDown size={13} stroke={2} aria-hidden />
        </UnstyledButton>
      )}
    </th>
  )
}
