/**
 * Writes what comes while something is being written in one go afterwards: where each write waits for a disk,
 * a burst then takes few of them.
 * @returns a function that settles as the write did that its item was part of
 */
export function together<Item>(
  write: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  let next: { readonly items: Item[]; readonly written: Promise<void> } | null = null
  let last: Promise<unknown> = Promise.resolve()
  return (item) => {
    if (next === null) {
      const items: Item[] = []
      const written = last.then(() => {
        next = null
        return write(items)
      })
      last = written.catch(() => undefined)
      next = { items, written }
    }
    next.items.push(item)
    return next.written
  }
}
