/** A filter that is on or off, with the figure that it shows. */
import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import classes from './filter-chip.module.css'

interface FilterChipProps {
  readonly isOn: boolean
  readonly onToggle: () => void
  /** A press turns it round, but the page takes its time until it says so: it looks pressed before. */
  readonly isAwaited?: boolean
  /** Undefined while it comes. */
  readonly figure?: string | undefined
  readonly children: ReactNode
}

export function FilterChip({ isOn, onToggle, isAwaited = false, figure, children }: FilterChipProps) {
  const [told, setTold] = useState(isOn)
  const [isPressed, setPressed] = useState(isOn)
  if (told !== isOn) {
    setTold(isOn)
    setPressed(isOn)
  }
  const press = () => {
    if (isAwaited) setPressed(!isPressed)
    onToggle()
  }
  return (
    <UnstyledButton className={classes.chip} aria-pressed={isPressed} onClick={press}>
      {children}
      {figure !== undefined && <span className={classes.figure}>{figure}</span>}
    </UnstyledButton>
  )
}
