/** A checkbox in a table, with a target that a finger finds; Shift tells that it means a range. */
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
  return (
    <label className={classes.check} aria-busy={isBusy}>
      <input
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        disabled={isBusy}
        ref={(input) => {
          if (input !== null) input.indeterminate = isPartly && !isChecked
        }}
        onChange={({ nativeEvent }) => onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
      />
    </label>
  )
}
