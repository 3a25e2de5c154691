/** Wide contents scroll inside, and not the page; with the keyboard too. */
import type { ReactNode } from 'react'
import classes from './table.module.css'

const FOCUSABLE = { tabIndex: 0 }

export function ScrollArea({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={classes.scroll} aria-label={label} {...FOCUSABLE}>
      {children}
    </section>
  )
}
