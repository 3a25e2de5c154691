/** A filter that is on or off, with the figure that it shows. */
import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './filter-chip.module.css'

interface FilterChipProps {
  readonly isOn: boolean
  readonly onToggle: () => void
  /** Undefined while it comes. */
  readonly figure?: string | undefined
  readonly children: ReactNode
}

export function FilterChip({ isOn, onToggle, figure, children }: FilterChipProps) {
  return (
    <UnstyledButton className={classes.chip} aria-pressed={isOn} onClick={onToggle}>
      {children}
      {figure !== undefined && <span className={classes.figure}>{figure}</span>}
    </UnstyledButton>
  )
}
