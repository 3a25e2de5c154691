/** The mark and the name. */
import classes from './brand.module.css'

export function Brand() {
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="#1f5c4b" />
        <rect x="7" y="16" width="4" height="9" rx="2" fill="#fff" />
        <rect x="14" y="7" width="4" height="18" rx="2" fill="#fff" />
        <rect x="21" y="12" width="4" height="13" rx="2" fill="#9ed3c0" />
      </svg>
      Headcount
    </span>
  )
}
