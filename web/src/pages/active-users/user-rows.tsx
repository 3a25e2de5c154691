/** The body of the table: only the rows around those that the window looks at are drawn. */
import { useCallbackRef } from '@mantine/hooks'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ActiveUser } from '../../api/active-users'
import type { Schemas } from '../../api/client'
import { useRecycledRows } from '../../ui/use-recycled-rows'
import type { Selection } from '../../ui/use-selection'
import { useRowWords } from './row-words'
import type { Column, ShownColumns } from './shown-columns'
import { UserRow } from './user-row'
import classes from './user-table.module.css'

const ROW_HEIGHT = { relaxed: 56, dense: 36 } as const
/** So many sources have room in a row wherever two have room beside each other, or one; a row with more is measured. */
const SOURCES_IN_A_ROW = {
  relaxed: { twoALine: 4, oneALine: 2 },
  dense: { twoALine: 2, oneALine: 1 },
} as const
/** More than the two longest in any language take, in pixels. */
const TWO_SOURCES = 330
/** Rows come before the window gets to them. */
const AHEAD = 36
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
  const words = useRowWords(timeZone)
  const body = useRef<HTMLTableSectionElement>(null)
  const height = ROW_HEIGHT[columns.density]
  const inARow = SOURCES_IN_A_ROW[columns.density][useSourcesALine(body, columns.shown)]
  const count = total ?? FIRST_SKELETONS
  const { places, lastSeen, topOf, measure, totalHeight } = useRecycledRows({
    body,
    count,
    rowHeight: height,
    isMeasured: (index) => (rows[index]?.sources.length ?? 0) > inARow,
  })
  useMoreRows(users, rows.length, lastSeen)
  const open = useOpenedByClick(rows)
  const toggle = useCallbackRef((index: number, isRange: boolean) => selection.toggle(rows, index, isRange))
  return (
    // the keyboard presses the names, whose clicks are heard here too
    <tbody ref={body} role="rowgroup" className={classes.rows} style={{ height: totalHeight }} onClick={open}>
      {places.map(({ key, index, isOwn }) => {
        const user = rows[index]
        return (
          <UserRow
            key={key}
            top={topOf(index)}
            measure={isOwn ? measure : undefined}
            isLast={index === count - 1}
            isChosen={user !== undefined && selection.chosen.has(user.customerId)}
            columns={columns.shown}
            onToggle={toggle}
            {...{ index, user, height, words }}
          />
        )
      })}
    </tbody>
  )
}

function useSourcesALine(
  body: { readonly current: HTMLElement | null },
  columns: readonly Column[],
): 'twoALine' | 'oneALine' {
  const [width, setWidth] = useState(0)
  const isShown = columns.includes('sources')
  useLayoutEffect(() => {
    const head = body.current?.parentElement?.querySelector('th[data-column=sources]')
    if (!isShown || head == null) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(head)
    return () => observer.disconnect()
  }, [body, isShown])
  return width >= TWO_SOURCES ? 'twoALine' : 'oneALine'
}

/** A click anywhere in a row presses its name, which opens the evidence; only beside its checkbox it may have been meant for that. */
function useOpenedByClick(rows: readonly ActiveUser[]): (event: MouseEvent) => void {
  const navigate = useNavigate()
  return ({ target }) => {
    if (!(target instanceof Element) || target.closest('[data-column=check]') !== null) return
    const row = target.closest<HTMLElement>('[data-index]')
    const user = rows[Number(row?.dataset.index)]
    if (user === undefined) return
    // where the focus comes back to when the evidence is closed
    row?.querySelector('button')?.focus({ preventScroll: true })
    void navigate({ to: '.', search: (before) => ({ ...before, customer: user.customerId }) })
  }
}

/** Asks for pages until they reach what the window looks at; each tells where the next begins. */
function useMoreRows(users: UserRowsProps['users'], loaded: number, lastSeen: number): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = users
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError && lastSeen + AHEAD >= loaded) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage, lastSeen, loaded])
}
