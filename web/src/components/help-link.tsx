/** Leads to the passage of the help that explains what it stands beside, or what it holds. */
import { IconHelpCircle } from '@tabler/icons-react'
import { Link, useRouter, useRouterState } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './help-link.module.css'
import { PASSAGES, type PassageName, passageAbout } from './help-passages'

interface HelpLinkProps {
  readonly to: PassageName
  /** What the link is; without it, a question mark. */
  readonly children?: ReactNode
}

export function HelpLink({ to, children }: HelpLinkProps) {
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
      onClick={stopHere}
    >
      {children ?? <IconHelpCircle size={17} stroke={1.7} aria-hidden />}
    </Link>
  )
}

/**
 * What makes a link one of many in a list, which the keyboard passes by: the same stands where one of them is opened.
 * They are plain links: the router’s own works out its address anew with each change of the page’s, each of them.
 */
export function usePassedByHelp() {
  const { t } = useTranslation()
  const router = useRouter()
  return (to: PassageName) => {
    const [slug, anchor] = PASSAGES[to]
    return {
      href: `/help/${slug}#${anchor}`,
      title: t('helpCentre.whatIsThis'),
      tabIndex: -1,
      onClick: (event: MouseEvent) => {
        stopHere(event)
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        void router.navigate({ to: '/help/$slug', params: { slug }, hash: anchor })
      },
    }
  }
}

export function PassedByHelpLink({ to, children }: Required<HelpLinkProps>) {
  const helpAbout = usePassedByHelp()
  return (
    <a {...helpAbout(to)} className={classes.around}>
      {children}
    </a>
  )
}

/** A row that a link stands in would be opened too. */
function stopHere(event: MouseEvent): void {
  event.stopPropagation()
}

/** The question mark beside a page’s title. */
export function HelpForPage() {
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const passage = passageAbout(pathname)
  return passage === undefined ? null : <HelpLink to={passage} />
}
