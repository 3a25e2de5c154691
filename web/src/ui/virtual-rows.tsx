/** The rows of a table of any length: of a long one only those are drawn that the window looks at. */
import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Fewer are drawn whole, so that a search of the browser finds each. */
const FEWEST = 300
const BEYOND = 12

/** Whether a table of so many rows is drawn in parts; its columns then need widths of their own. */
export function isLong(count: number): boolean {
  return count >= FEWEST
}

interface VirtualRowsProps<Item> {
  readonly items: readonly Item[]
  /** Of most rows; others are measured. */
  readonly rowHeight: number
  readonly rowOf: (item: Item) => { readonly key: string | number; readonly cells: ReactNode }
}

/** The body of a table. */
export function VirtualRows<Item>(props: VirtualRowsProps<Item>) {
  return isLong(props.items.length) ? <DrawnRows {...props} /> : <AllRows {...props} />
}

function AllRows<Item>({ items, rowOf }: VirtualRowsProps<Item>) {
  return (
    <tbody>
      {items.map(rowOf).map(({ key, cells }) => (
        <tr key={key}>{cells}</tr>
      ))}
    </tbody>
  )
}

function DrawnRows<Item>({ items, rowHeight, rowOf }: VirtualRowsProps<Item>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    overscan: BEYOND,
    measureElement: observedHeight,
    scrollMargin: useTopOf(body),
  })
  const drawn = virtualizer.getVirtualItems()
  const { scrollMargin } = virtualizer.options
  const before = (drawn[0]?.start ?? scrollMargin) - scrollMargin
  const after = virtualizer.getTotalSize() - ((drawn.at(-1)?.end ?? scrollMargin) - scrollMargin)
  return (
    <tbody ref={body}>
      <Space height={before} />
      {drawn.map(({ index }) => {
        const item = items[index]
        if (item === undefined) return null
        const { key, cells } = rowOf(item)
        return (
          <tr key={key} ref={virtualizer.measureElement} data-index={index} aria-rowindex={index + 2}>
            {cells}
          </tr>
        )
      })}
      <Space height={after} />
    </tbody>
  )
}

/** One cell wide: a wider one would bring back columns that a narrow screen hides. */
function Space({ height }: { readonly height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden style={{ height }}>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

/** The height of a row that its observer told, else the one that is known: asking would lay out everything at once. */
export function observedHeight(
  row: Element,
  entry: ResizeObserverEntry | undefined,
  { options, indexFromElement, itemSizeCache }: Virtualizer<Window, Element>,
): number {
  const told = entry?.borderBoxSize[0]?.blockSize
  if (told !== undefined) return Math.round(told)
  const index = indexFromElement(row)
  return itemSizeCache.get(options.getItemKey(index)) ?? options.estimateSize(index)
}

/** Where the rows begin in the document; what stands above them may change its height. */
export function useTopOf(element: { readonly current: HTMLElement | null }): number {
  const [top, setTop] = useState(0)
  useEffect(() => {
    const measure = () => {
      const box = element.current?.getBoundingClientRect()
      if (box !== undefined) setTop(Math.round(box.top + window.scrollY))
    }
    // which tells the first size too, once it is known anyway: asking here would lay out everything once more
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
  return top
}
