/** The body of the table: only the rows that the window looks at are drawn, each once for as long as it is seen. */
import { useCallbackRef } from '@mantine/hooks'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActiveUser } from '../../api/active-users'
import type { Schemas } from '../../api/client'
import { useFormat } from '../../components/format'
import type { Selection } from '../../ui/use-selection'
import { observedHeight, useTopOf } from '../../ui/virtual-rows'
import type { ShownColumns } from './shown-columns'
import { UserRow } from './user-row'
import classes from './user-table.module.css'

const ROW_HEIGHT = { relaxed: 56, dense: 36 } as const
/** More sources may take another line, so that the row is measured. */
const SOURCES_IN_A_ROW = { relaxed: 2, dense: 1 } as const
const BEYOND = 12
const FIRST_SKELETONS = 8
/** More rows than a frame has time to draw whole; nobody reads them while so many pass. */
const MOST_WHOLE_A_FRAME = 4
/** So long after the last of it nobody scrolls any more. */
const REST_MS = 120

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
    measureElement: observedHeight,
    scrollMargin: useTopOf(body),
  })
  const drawn = virtualizer.getVirtualItems()
  useMoreRows(users, rows.length, drawn.at(-1)?.index ?? 0)
  const isPassing = usePassing(
    drawn.map(({ index }) => index),
    MOST_WHOLE_A_FRAME * height,
  )
  const open = useCallbackRef(
    (customer: number) => void navigate({ to: '.', search: (before) => ({ ...before, customer }) }),
  )
  const toggle = useCallbackRef((index: number, isRange: boolean) => selection.toggle(rows, index, isRange))
  const { scrollMargin } = virtualizer.options
  return (
    <tbody ref={body} role="rowgroup" className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
      {drawn.map(({ index, start }) => {
        const user = rows[index]
        const isMeasured = !isPassing(index) && (user?.sources.length ?? 0) > inARow
        return (
          <UserRow
            key={index}
            top={start - scrollMargin}
            isPassing={isPassing(index)}
            measure={isMeasured ? virtualizer.measureElement : undefined}
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

/**
 * Which rows came into sight while more of them passed than can be read; one that was drawn whole stays so, with its
 * focus, and all are as soon as the scrolling rests.
 * @param most pixels that a frame may move by
 */
function usePassing(drawn: readonly number[], most: number): (index: number) => boolean {
  const whole = useRef<ReadonlySet<number>>(new Set())
  const isFast = useFastScroll(most)
  const isPassing = (index: number) => isFast.current && !whole.current.has(index)
  const passing = new Set(drawn.filter(isPassing))
  useEffect(() => {
    whole.current = new Set(drawn.filter((index) => !passing.has(index)))
  })
  return (index) => passing.has(index)
}

/** Whether the last frame moved by more; known before anybody else hears of the scrolling, and told anew at its end. */
function useFastScroll(most: number): { readonly current: boolean } {
  const isFast = useRef(false)
  const [, drawAnew] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let last = window.scrollY
    let rest: number | undefined
    const look = () => {
      isFast.current = Math.abs(window.scrollY - last) > most
      last = window.scrollY
      window.clearTimeout(rest)
      rest = window.setTimeout(() => {
        isFast.current = false
        drawAnew()
      }, REST_MS)
    }
    const early = { capture: true, passive: true }
    window.addEventListener('scroll', look, early)
    return () => {
      window.removeEventListener('scroll', look, early)
      window.clearTimeout(rest)
    }
  }, [most])
  return isFast
}

/** Asks for pages until they reach what the window looks at; each tells where the next begins. */
function useMoreRows(users: UserRowsProps['users'], loaded: number, lastDrawn: number): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = users
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError && lastDrawn + BEYOND >= loaded) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage, lastDrawn, loaded])
}
