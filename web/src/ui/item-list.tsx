/** A short list of things, each with what can be done with it. */
import type { ReactNode } from 'react'
import classes from './item-list.module.css'

export function ItemList({ children }: { readonly children: ReactNode }) {
  return <ul className={classes.list}>{children}</ul>
}

interface ItemProps {
  readonly icon?: ReactNode
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly action?: ReactNode
  readonly children?: ReactNode
}

ItemList.Item = function Item({ icon, title, note, action, children }: ItemProps) {
  return (
    <li>
      <div className={classes.item}>
        {icon !== undefined && (
          <span className={classes.icon} aria-hidden>
            {icon}
          </span>
        )}
        <div className={classes.words}>
          <strong>{title}</strong>
          {note !== undefined && <span>{note}</span>}
        </div>
        {action}
      </div>
      {children}
    </li>
  )
}
