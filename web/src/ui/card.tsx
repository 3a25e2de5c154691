/** A surface that holds what belongs together. */
import type { ReactNode } from 'react'
import classes from './card.module.css'

interface CardProps {
  readonly title?: string
  readonly description?: ReactNode
  readonly actions?: ReactNode
  /** The contents reach the edges, as a table’s do. */
  readonly isFlush?: boolean
  readonly children?: ReactNode
}

export function Card({ title, description, actions, isFlush = false, children }: CardProps) {
  return (
    <section className={classes.card}>
      {(title !== undefined || actions !== undefined) && (
        <header className={classes.header}>
          <div>
            {title !== undefined && <h2 className={classes.title}>{title}</h2>}
            {description !== undefined && <div className={classes.description}>{description}</div>}
          </div>
          {actions}
        </header>
      )}
      {children !== undefined && <div className={isFlush ? classes.flush : classes.body}>{children}</div>}
    </section>
  )
}
