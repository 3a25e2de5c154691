import { Kbd, UnstyledButton } from '@mantine/core'
import { IconMessage2, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { may, useAccount } from '../api/session'
import { AccountMenu } from './account-menu'
import { Brand } from './brand'
import { NAVIGATION, type NavigationGroup } from './navigation'
import { PlaceSwitcher } from './place-switcher'
import classes from './sidebar.module.css'

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent)

interface SidebarProps {
  readonly onSearch: () => void
  readonly onAsk: () => void
}

export function Sidebar({ onSearch, onAsk }: SidebarProps) {
  const { t } = useTranslation()
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
      <div className={classes.groups}>
        {NAVIGATION.map((group) => (
          <Group key={group.name} {...group} />
        ))}
      </div>
      <AccountMenu />
    </nav>
  )
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
