/** The active users of a location, drawn only where the window looks, however many there are. */
import { Skeleton } from '@mantine/core'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ActiveUser, isNarrowed, type View } from '../../api/active-users'
import type { Schemas } from '../../api/client'
import { CheckCell } from '../../ui/check-cell'
import { EmptyState } from '../../ui/empty-state'
import type { Selection } from '../../ui/use-selection'
import { Space, useTopOf } from '../../ui/virtual-rows'
import type { ShownColumns } from './shown-columns'
import { UserRow } from './user-row'
import classes from './user-table.module.css'
import { UserTableHead } from './user-table-head'

interface UserTableProps {
  readonly users: UseInfiniteQueryResult<InfiniteData<Schemas['ActiveUserPage']>>
  readonly view: View
  readonly timeZone: string
  readonly columns: ShownColumns
  readonly selection: Selection<ActiveUser>
}

const ROW_HEIGHT = { relaxed: 56, dense: 36 } as const
const BEYOND = 12
const FIRST_SKELETONS = 8

export function UserTable({ users, view, timeZone, columns, selection }: UserTableProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const body = useRef<HTMLTableSectionElement>(null)
  const rows = useMemo(() => users.data?.pages.flatMap((page) => page.activeUsers) ?? [], [users.data])
  const total = users.data?.pages[0]?.total
  const height = ROW_HEIGHT[columns.density]
  const virtualizer = useWindowVirtualizer({
    count: total ?? FIRST_SKELETONS,
    estimateSize: () => height,
    overscan: BEYOND,
    scrollMargin: useTopOf(body),
  })
  const drawn = virtualizer.getVirtualItems()
  useMoreRows(users, rows.length, drawn.at(-1)?.index ?? 0)
  const open = (customer: number) => void navigate({ to: '.', search: (before) => ({ ...before, customer }) })
  if (total === 0) {
    return (
      <EmptyState title={t('activeUsers.nobody')}>
        {isNarrowed(view) ? t('activeUsers.nobodyFound') : t('activeUsers.nobodyYet')}
      </EmptyState>
    )
  }
  const first = drawn[0]?.start ?? 0
  const last = drawn.at(-1)?.end ?? 0
  const { scrollMargin } = virtualizer.options
  return (
    <div className={classes.frame} data-density={columns.density} aria-busy={users.isPending}>
      <table className={classes.table} aria-rowcount={(total ?? 0) + 1} aria-label={t('activeUsers.title')}>
        <UserTableHead
          sort={view.sort}
          order={view.order}
          columns={columns.shown}
          check={<CheckAll users={users} rows={rows} total={total ?? 0} selection={selection} />}
        />
        <tbody ref={body}>
          <Space height={first - scrollMargin} />
          {drawn.map(({ index }) => (
            <Row
              key={index}
              index={index}
              user={rows[index]}
              measure={virtualizer.measureElement}
              {...{ height, timeZone, columns }}
              onOpen={open}
              isChosen={selection.chosen.has(rows[index]?.customerId ?? 0)}
              onToggle={(isRange) => selection.toggle(rows, index, isRange)}
            />
          ))}
          <Space height={virtualizer.getTotalSize() - (last - scrollMargin)} />
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly index: number
  /** Undefined while it comes. */
  readonly user: ActiveUser | undefined
  /** The least that it has; many sources take a second line. */
  readonly height: number
  readonly measure: (row: HTMLElement | null) => void
  readonly timeZone: string
  readonly columns: ShownColumns
  readonly onOpen: (customer: number) => void
  readonly isChosen: boolean
  readonly onToggle: (isRange: boolean) => void
}

function Row({ index, user, height, measure, columns, isChosen, onToggle, ...rest }: RowProps) {
  const { t } = useTranslation()
  return (
    <tr
      ref={measure}
      data-index={index}
      style={{ height }}
      aria-rowindex={index + 2}
      className={classes.row}
      data-chosen={isChosen}
    >
      <td data-column="check">
        {user !== undefined && (
          <CheckCell
            label={t('selection.choose', { name: user.name })}
            isChecked={isChosen}
            onToggle={onToggle}
          />
        )}
      </td>
      {user === undefined ? (
        ['name', ...columns.shown].map((column) => (
          <td key={column} data-column={column}>
            <Skeleton h={12} w={`${40 + ((index * 7) % 30)}%`} radius="sm" />
          </td>
        ))
      ) : (
        <UserRow user={user} columns={columns.shown} {...rest} />
      )}
    </tr>
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

/** Asks for pages until they reach what the window looks at; each tells where the next begins. */
function useMoreRows(users: UserTableProps['users'], loaded: number, lastDrawn: number): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = users
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError && lastDrawn + BEYOND >= loaded) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage, lastDrawn, loaded])
}
