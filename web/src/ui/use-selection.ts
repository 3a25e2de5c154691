/** Rows that are chosen, by their ids; those chosen before stay so while others are shown. */
import { useRef, useState } from 'react'

export interface Selection<Item> {
  readonly chosen: ReadonlyMap<number, Item>
  /** Turns the row on or off; a range goes from the row that was turned before, among the rows that are shown. */
  toggle(rows: readonly Item[], index: number, isRange: boolean): void
  /** Turns all of them on or off. */
  set(rows: readonly Item[], isChosen: boolean): void
  clear(): void
}

export function useSelection<Item>(idOf: (item: Item) => number): Selection<Item> {
  const [chosen, setChosen] = useState<ReadonlyMap<number, Item>>(new Map())
  const last = useRef<number>(undefined)
  const set = (rows: readonly Item[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Map(before)
      for (const row of rows) {
        if (isChosen) after.set(idOf(row), row)
        else after.delete(idOf(row))
      }
      return after
    })
  return {
    chosen,
    set,
    toggle(rows, index, isRange) {
      const row = rows[index]
      if (row === undefined) return
      const from = isRange ? rows.findIndex((one) => idOf(one) === last.current) : -1
      const range = from < 0 ? [row] : rows.slice(Math.min(from, index), Math.max(from, index) + 1)
      set(range, !chosen.has(idOf(row)))
      last.current = idOf(row)
    },
    clear: () => setChosen(new Map()),
  }
}
