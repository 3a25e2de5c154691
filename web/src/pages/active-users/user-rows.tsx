/** The body of the table: only the rows that the window looks at are drawn, each once for as long as it is seen. */
import { useCallbackRef } from '@mantine/hooks'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActiveUser } from '../../api/active-users'
import type { Schemas } from '../../api/client'
import { useFormat } from '../../components/format'
import type { Selection } from '../../ui/use-selection'
import { useTopOf } from '../../ui/virtual-rows'
import type { ShownColumns } from './shown-columns'
import { UserRow } from './user-row'
import classes from './user-table.module.css'

const ROW_HEIGHT = { relaxed: 56, dense: 36 } as const
/** More sources may take another line, so that the row is measured. */
const SOURCES_IN_A_ROW = { relaxed: 2, dense: 1 } as const
const BEYOND = 12
const FIRST_SKELETONS = 8

interface UserRowsProps {
  readonly users: UseInfiniteQueryResult<InfiniteData<Schemas['ActiveUserPage']>>
  /** Those who came already. */
  readonly rows: readonly ActiveUser[]
  /** Undefined while the first of them come. */
  readonly total: number | undefined
  readonly timeZone: string
  readonly columns: ShownColumns
  readonly selection: Selection<ActiveUser>
}

export function UserRows({ users, rows, total, timeZone, columns, selection }: UserRowsProps) {
  const { t } = useTranslation()
  const { day } = useFormat()
  const dayOf = useCallback((instant: string) => day(instant, timeZone), [day, timeZone])
  const navigate = useNavigate()
  const body = useRef<HTMLTableSectionElement>(null)
  const height = ROW_HEIGHT[columns.density]
  const inARow = SOURCES_IN_A_ROW[columns.density]
  const virtualizer = useWindowVirtualizer({
    count: total ?? FIRST_SKELETONS,
    estimateSize: () => height,
    overscan: BEYOND,
    scrollMargin: useTopOf(body),
  })
  const drawn = virtualizer.getVirtualItems()
  useMoreRows(users, rows.length, drawn.at(-1)?.index ?? 0)
  const open = useCallbackRef(
    (customer: number) => void navigate({ to: '.', search: (before) => ({ ...before, customer }) }),
  )
  const toggle = useCallbackRef((index: number, isRange: boolean) => selection.toggle(rows, index, isRange))
  const { scrollMargin } = virtualizer.options
  return (
    <tbody ref={body} role="rowgroup" className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
      {drawn.map(({ index, start }) => {
        const user = rows[index]
        return (
          <UserRow
            key={index}
            top={start - scrollMargin}
            measure={(user?.sources.length ?? 0) > inARow ? virtualizer.measureElement : undefined}
            isChosen={user !== undefined && selection.chosen.has(user.customerId)}
            columns={columns.shown}
            onOpen={open}
            onToggle={toggle}
            {...{ index, user, height, t, dayOf }}
          />
        )
      })}
    </tbody>
  )
}

/** Asks for pages until they reach what the window looks at; each tells where the next begins. */
function useMoreRows(users: UserRowsProps['users'], loaded: number, lastDrawn: number): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = users
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError && lastDrawn + BEYOND >= loaded) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage, lastDrawn, loaded])
}
