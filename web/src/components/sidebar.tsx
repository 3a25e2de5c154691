import { Kbd, UnstyledButton } from '@mantine/core'
import { IconMessage2, IconSearch } from '@tabler/icons-react'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useAccount } from '../api/session'
import { AccountMenu } from './account-menu'
import { Brand } from './brand'
import { NAVIGATION, type NavigationGroup } from './navigation'
import { PlaceSwitcher } from './place-switcher'
import classes from './sidebar.module.css'

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Between the entry and the edge of what scrolls, so that one sees that there is more. */
const ROOM = 20

interface SidebarProps {
  readonly onSearch: () => void
  readonly onAsk: () => void
}

export function Sidebar({ onSearch, onAsk }: SidebarProps) {
  const { t } = useTranslation()
  const groups = useCurrentInSight()
  return (
    <nav className={classes.sidebar} aria-label={t('navigation.label')}>
      <div className={classes.top}>
        <Link to="/" className={classes.brand} aria-label={t('navigation.home')}>
          <Brand />
        </Link>
        <PlaceSwitcher />
        <UnstyledButton className={classes.search} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
          <IconSearch size={15} stroke={1.8} aria-hidden />
          <span>{t('palette.open')}</span>
          <Kbd size="xs" aria-hidden>
            {IS_APPLE ? '⌘ K' : 'Ctrl K'}
          </Kbd>
        </UnstyledButton>
        <UnstyledButton className={classes.search} onClick={onAsk} aria-keyshortcuts="Control+J Meta+J">
          <IconMessage2 size={15} stroke={1.8} aria-hidden />
          <span>{t('navigation.askAssistant')}</span>
          <Kbd size="xs" aria-hidden>
            {IS_APPLE ? '⌘ J' : 'Ctrl J'}
          </Kbd>
        </UnstyledButton>
      </div>
      <div ref={groups} className={classes.groups}>
        {NAVIGATION.map((group) => (
          <Group key={group.name} {...group} />
        ))}
      </div>
      <AccountMenu />
    </nav>
  )
}

/** Where the window is too low for all of it, one still sees where one is. */
function useCurrentInSight() {
  const groups = useRef<HTMLDivElement>(null)
  const router = useRouter()
  useEffect(() => {
    const list = groups.current
    if (list === null) return undefined
    const resized = new ResizeObserver(() => showCurrent(list))
    resized.observe(list)
    const leave = router.subscribe('onRendered', ({ pathChanged }) => pathChanged && showCurrent(list))
    return () => {
      resized.disconnect()
      leave()
    }
  }, [router])
  return groups
}

/** By hand: the browser’s own scrolling there would make the next tab begin there too. */
function showCurrent(groups: HTMLElement): void {
  const entry = groups.querySelector('[aria-current=page]')?.getBoundingClientRect()
  if (entry === undefined) return
  const { top, bottom } = groups.getBoundingClientRect()
  if (entry.bottom > bottom) groups.scrollTop += entry.bottom - bottom + ROOM
  else if (entry.top < top) groups.scrollTop -= top - entry.top + ROOM
}

function Group({ name, items }: NavigationGroup) {
  const { t } = useTranslation()
  const account = useAccount()
  const seen = items.filter(({ right }) => right === undefined || may(account, right))
  if (seen.length === 0) return null
  const hasTitle = name !== 'main' && name !== 'help'
  return (
    <div className={classes.group}>
      {hasTitle && <h2 className={classes.title}>{t(`navigation.groups.${name}`)}</h2>}
      <ul>
        {seen.map(({ name: item, to, icon: Icon }) => (
          <li key={item}>
            <Link
              to={to}
              className={classes.item}
              activeOptions={{ exact: item === 'overview', includeSearch: false }}
            >
              <Icon size={17} stroke={1.7} aria-hidden />
              {t(`navigation.${item}`)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
