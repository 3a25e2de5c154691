/** Leads to the passage of the help that explains what it stands beside, or what it holds. */
import { IconHelpCircle } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './help-link.module.css'
import { PASSAGES, type PassageName, passageAbout } from './help-passages'

interface HelpLinkProps {
  readonly to: PassageName
  /** What the link is; without it, a question mark. */
  readonly children?: ReactNode
  /** One of many in a list, which the keyboard passes by: the same stands where one of them is opened. */
  readonly isPassedBy?: boolean
}

export function HelpLink({ to, children, isPassedBy = false }: HelpLinkProps) {
  const { t } = useTranslation()
  const [slug, anchor] = PASSAGES[to]
  return (
    <Link
      to="/help/$slug"
      params={{ slug }}
      hash={anchor}
      className={children === undefined ? classes.mark : classes.around}
      title={t('helpCentre.whatIsThis')}
      aria-label={children === undefined ? t('helpCentre.aboutThisPage') : undefined}
      tabIndex={isPassedBy ? -1 : undefined}
      // a row that it stands in would be opened too
      onClick={(event) => event.stopPropagation()}
    >
      {children ?? <IconHelpCircle size={17} stroke={1.7} aria-hidden />}
    </Link>
  )
}

/** The question mark beside a page’s title. */
export function HelpForPage() {
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const passage = passageAbout(pathname)
  return passage === undefined ? null : <HelpLink to={passage} />
}
