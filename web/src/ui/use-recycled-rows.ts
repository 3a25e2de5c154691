/** A long list of which only the rows around the window are drawn, by elements that are there already. */
import { type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import { inOrder, type Place, recycle, rowsAround } from './recycled-rows'
import { useTopOf } from './virtual-rows'

/** Rows on either side of the window. */
const BEYOND = 8
/** Then nobody scrolls: the rows are put in order, which takes as long as a few frames. */
const AT_REST_MS = 1000

interface RecycledRowsAsked {
  readonly body: { readonly current: HTMLElement | null }
  readonly count: number
  /** Of most rows, in pixels. */
  readonly rowHeight: number
  /** Whether the row may be higher. */
  readonly isMeasured: (index: number) => boolean
}

export interface RecycledRows {
  /** Those to draw, in the order of their elements. */
  readonly places: readonly Place[]
  readonly lastSeen: number
  readonly totalHeight: number
  /** From the top of the body, in pixels. */
  topOf(index: number): number
  /** The ref of a row that is measured. */
  readonly measure: (row: HTMLElement | null) => void
}

export function useRecycledRows({ body, count, rowHeight, isMeasured }: RecycledRowsAsked): RecycledRows {
  const drawnBefore = useRef<readonly Place[]>([])
  const drawAround = useCallback(
    ({ startIndex, count }: Range) => {
      const places = Math.ceil(window.innerHeight / rowHeight) + 1 + 2 * BEYOND
      return rowsAround({ startIndex, count }, { places, before: BEYOND, staying: focusedRow(body.current) })
    },
    [body, rowHeight],
  )
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    rangeExtractor: drawAround,
    isScrollingResetDelay: AT_REST_MS,
    scrollMargin: useTopOf(body),
  })
  const drawn = virtualizer.getVirtualItems()
  const recycled = recycle(
    drawnBefore.current,
    drawn.map(({ index }) => index),
    isMeasured,
  )
  const isSettled = !virtualizer.isScrolling && body.current?.querySelector(':active') === null
  const places = isSettled || isUsedByKeyboard(body.current) ? inOrder(recycled) : recycled
  drawnBefore.current = places
  const tops = new Map(drawn.map(({ index, start }) => [index, start - virtualizer.options.scrollMargin]))
  return {
    places,
    lastSeen: virtualizer.range?.endIndex ?? 0,
    totalHeight: virtualizer.getTotalSize(),
    topOf: (index) => tops.get(index) ?? 0,
    measure: virtualizer.measureElement,
  }
}

/** It keeps its elements, so that a key which is pressed is never heard by another row. */
function focusedRow(body: HTMLElement | null): number | undefined {
  const row = focusedIn(body)?.closest<HTMLElement>('[data-index]')
  return row == null ? undefined : Number(row.dataset.index)
}

/** Then the rows stay in order while they move, for the next Tab. */
function isUsedByKeyboard(body: HTMLElement | null): boolean {
  return focusedIn(body)?.matches(':focus-visible') === true
}

function focusedIn(body: HTMLElement | null): Element | null {
  return body?.contains(document.activeElement) === true ? document.activeElement : null
}
