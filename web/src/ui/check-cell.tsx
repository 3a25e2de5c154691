/** A checkbox in a table, with a target that a finger finds; Shift tells that it means a range. */
import { useCallbackRef } from '@mantine/hooks'
import { useLayoutEffect, useMemo, useRef } from 'react'
import classes from './check-cell.module.css'

interface CheckCellProps {
  readonly label: string
  readonly isChecked: boolean
  /** Some of what it stands for are checked. */
  readonly isPartly?: boolean
  readonly isBusy?: boolean
  readonly onToggle: (isRange: boolean) => void
}

export function CheckCell({ label, isChecked, isPartly = false, isBusy = false, onToggle }: CheckCellProps) {
  const input = useRef<HTMLInputElement>(null)
  const toggle = useCallbackRef(onToggle)
  // not an attribute that React sets: with any of them it writes all that a checkbox has, in each row that scrolls by
  useLayoutEffect(() => input.current?.setAttribute('aria-label', label), [label])
  useLayoutEffect(() => {
    if (input.current !== null) input.current.indeterminate = isPartly && !isChecked
  }, [isPartly, isChecked])
  const checkbox = useMemo(
    () => (
      <input
        ref={input}
        type="checkbox"
        checked={isChecked}
        disabled={isBusy}
        onChange={({ nativeEvent }) => toggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
      />
    ),
    [isChecked, isBusy, toggle],
  )
  return (
    <label className={classes.check} aria-busy={isBusy}>
      {checkbox}
    </label>
  )
}
