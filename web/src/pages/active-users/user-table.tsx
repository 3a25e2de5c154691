/** The active users of a location, drawn only where the window looks, however many there are. */
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ActiveUser, isNarrowed, type View } from '../../api/active-users'
import type { Schemas } from '../../api/client'
import { CheckCell } from '../../ui/check-cell'
import { EmptyState } from '../../ui/empty-state'
import type { Selection } from '../../ui/use-selection'
import type { ShownColumns } from './shown-columns'
import { UserRows } from './user-rows'
import classes from './user-table.module.css'
import { UserTableHead } from './user-table-head'

interface UserTableProps {
  readonly users: UseInfiniteQueryResult<InfiniteData<Schemas['ActiveUserPage']>>
  readonly view: View
  readonly timeZone: string
  readonly columns: ShownColumns
  readonly selection: Selection<ActiveUser>
}

export function UserTable({ users, view, timeZone, columns, selection }: UserTableProps) {
  const { t } = useTranslation()
  const rows = useMemo(() => users.data?.pages.flatMap((page) => page.activeUsers) ?? [], [users.data])
  const total = users.data?.pages[0]?.total
  if (total === 0) {
    return (
      <EmptyState title={t('activeUsers.nobody')}>
        {isNarrowed(view) ? t('activeUsers.nobodyFound') : t('activeUsers.nobodyYet')}
      </EmptyState>
    )
  }
  return (
    <div className={classes.frame} data-density={columns.density} aria-busy={users.isPending}>
      <table
        className={classes.table}
        role="table"
        aria-rowcount={(total ?? 0) + 1}
        aria-label={t('activeUsers.title')}
      >
        <UserTableHead
          sort={view.sort}
          order={view.order}
          columns={columns.shown}
          check={<CheckAll users={users} rows={rows} total={total ?? 0} selection={selection} />}
        />
        <UserRows {...{ users, rows, total, timeZone, columns, selection }} />
      </table>
    </div>
  )
}

interface CheckAllProps extends Pick<UserTableProps, 'users' | 'selection'> {
  readonly rows: readonly ActiveUser[]
  readonly total: number
}

/** Chooses all whom the filters leave, also those on pages that were not looked at yet. */
function CheckAll({ users, rows, total, selection }: CheckAllProps) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const { chosen } = selection
  const known = useMemo(() => rows.filter(({ customerId }) => chosen.has(customerId)).length, [rows, chosen])
  const isAll = total > 0 && known === total
  const toggle = async () => {
    setBusy(true)
    const all = await allRows(users)
    selection.set(all, !isAll)
    setBusy(false)
  }
  return (
    <CheckCell
      label={t('selection.chooseAll')}
      isChecked={isAll}
      isPartly={known > 0}
      isBusy={isBusy}
      onToggle={() => void toggle()}
    />
  )
}

/** Of all pages; a page that fails leaves those that came. */
async function allRows(users: UserTableProps['users']): Promise<readonly ActiveUser[]> {
  let last: Pick<UserTableProps['users'], 'data' | 'hasNextPage' | 'isError'> = users
  while (last.hasNextPage && !last.isError) last = await users.fetchNextPage()
  return last.data?.pages.flatMap((page) => page.activeUsers) ?? []
}
