/** The last thing that was done and can be undone; one at a time, told wherever it was done. */
import { useSyncExternalStore } from 'react'

export interface Undoable {
  /** What was done. */
  readonly text: string
  readonly network?: number
  /** Names the suspension or resumption; without one there is nothing to undo. */
  readonly changeId?: number
}

let told: Undoable | undefined
const listeners = new Set<() => void>()

export function tellUndoable(undoable: Undoable | undefined): void {
  told = undoable
  for (const listener of listeners) listener()
}

export function useUndoable(): Undoable | undefined {
  return useSyncExternalStore(listen, () => told)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
