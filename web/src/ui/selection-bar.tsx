/** What can be done with the rows that are chosen; stays at the foot of the window while it scrolls. */
import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './selection-bar.module.css'

interface SelectionBarProps {
  readonly label: string
  /** How many are chosen, in words. */
  readonly told: string
  readonly clearLabel: string
  readonly onClear: () => void
  readonly children: ReactNode
}

export function SelectionBar({ label, told, clearLabel, onClear, children }: SelectionBarProps) {
  return (
    <section className={classes.bar} aria-label={label}>
      <span className={classes.told} role="status">
        {told}
      </span>
      <div className={classes.actions}>{children}</div>
      <CloseButton onClick={onClear} aria-label={clearLabel} />
    </section>
  )
}
