/** A page of the panel: where one is, what it is called, what can be done, and its contents. */
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useContext, useEffect, useRef } from 'react'
import classes from './page.module.css'
import { PageHint } from './page-hint'
import { useTitle } from './title'

interface PageProps {
  readonly title: string
  /** The way here, without the page itself. */
  readonly crumbs?: readonly string[]
  readonly description?: ReactNode
  readonly actions?: ReactNode
  readonly isWide?: boolean
  readonly children: ReactNode
}

export function Page({ title, crumbs = [], description, actions, isWide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const hint = useContext(PageHint)
  useTitle(title)
  useFocusAfterNavigation(heading)
  return (
    <div className={classes.page} data-wide={isWide}>
      <div className={classes.header}>
        <div className={classes.words}>
          {crumbs.length > 0 && (
            <ol className={classes.crumbs}>
              {crumbs.map((crumb, at) => (
                <li key={crumb}>
                  {at > 0 && <IconChevronRight size={13} stroke={1.8} aria-hidden />}
                  {crumb}
                </li>
              ))}
            </ol>
          )}
          <div className={classes.title}>
            <h1 ref={heading} id="top" tabIndex={-1}>
              {title}
            </h1>
            {hint}
          </div>
          {description !== undefined && <div className={classes.description}>{description}</div>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}

let shownAt: string | undefined

/**
 * A screen reader begins at the new page’s title. The first page keeps the browser’s own start, also when it
 * is drawn again because something that it waited for has come.
 */
function useFocusAfterNavigation(heading: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const here = window.location.pathname
    if (shownAt !== undefined && shownAt !== here) heading.current?.focus({ preventScroll: true })
    shownAt = here
  }, [heading])
}
