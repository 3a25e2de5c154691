import type { ReactNode } from 'react'
import { useTitle } from '../ui/title'
import classes from './entry-heading.module.css'

export function EntryHeading({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  useTitle(title)
  return (
    <div className={classes.heading}>
      <h1>{title}</h1>
      {children !== undefined && <p>{children}</p>}
    </div>
  )
}
