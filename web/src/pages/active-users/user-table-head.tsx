import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Order, Sort } from '../../api/active-users'
import type { Column } from './shown-columns'
import classes from './user-table.module.css'

interface UserTableHeadProps {
  readonly sort: Sort
  readonly order: Order
  readonly columns: readonly Column[]
  /** What chooses all rows. */
  readonly check: ReactNode
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

export function UserTableHead({ sort, order, columns, check }: UserTableHeadProps) {
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        <th scope="col" role="columnheader" data-column="check">
          {check}
        </th>
        {(['name', ...columns] as const).map((column) => (
          <HeadCell key={column} column={column} sort={sort} order={order} />
        ))}
      </tr>
    </thead>
  )
}

interface HeadCellProps extends Pick<UserTableHeadProps, 'sort' | 'order'> {
  readonly column: 'name' | Column
}

/** A press sorts by the column; the next one turns the order round. */
function HeadCell({ column, sort, order }: HeadCellProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const sortOf = SORT_OF[column]
  const isSorted = sortOf === sort
  const label = t(`table.column.${column}`)
  const isTurned = isSorted && order === 'desc'
  const Arrow = isTurned ? IconArrowUp : IconArrowDown
  const sortBy = () =>
    void navigate({
      to: '.',
      search: (before) => ({
        ...before,
        sort: sortOf === 'name' ? undefined : (sortOf ?? undefined),
        order: isSorted && !isTurned ? 'desc' : undefined,
      }),
    })
  return (
    <th
      scope="col"
      role="columnheader"
      data-column={column}
      aria-sort={isSorted ? (isTurned ? 'descending' : 'ascending') : undefined}
    >
      {sortOf === null ? (
        label
      ) : (
        <UnstyledButton onClick={sortBy} className={classes.sort} data-sorted={isSorted}>
          {label}
          <Arrow size={13} stroke={2} aria-hidden />
        </UnstyledButton>
      )}
    </th>
  )
}
