/** Around every page of somebody who is signed in: navigation beside it, or above it on a narrow screen. */
import { ActionIcon, Drawer } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand } from './brand'
import classes from './panel-frame.module.css'
import { Sidebar } from './sidebar'

const CommandPalette = lazy(() => import('./command-palette'))

export function PanelFrame() {
  const { t } = useTranslation()
  const [isMenuOpen, { open: openMenu, close: closeMenu }] = useDisclosure(false)
  const [isPaletteOpen, palette] = useDisclosure(false)
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  useHotkeys([['mod+K', palette.open]], [])
  // a link in the menu of a narrow screen closes it
  useEffect(() => {
    if (pathname !== '') closeMenu()
  }, [pathname, closeMenu])
  return (
    <div className={classes.frame}>
      <a href="#main" className={classes.skip}>
        {t('common.skip')}
      </a>
      <div className={classes.bar}>
        <ActionIcon size="lg" onClick={openMenu} aria-label={t('common.menu')}>
          <IconMenu2 size={20} stroke={1.7} />
        </ActionIcon>
        <Brand />
        <ActionIcon size="lg" onClick={palette.open} aria-label={t('palette.open')}>
          <IconSearch size={19} stroke={1.7} />
        </ActionIcon>
      </div>
      <div className={classes.side}>
        <Sidebar onSearch={palette.open} />
      </div>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <Drawer
        opened={isMenuOpen}
        onClose={closeMenu}
        size={300}
        padding={0}
        withCloseButton={false}
        aria-label={t('common.menu')}
      >
        <Sidebar onSearch={palette.open} />
      </Drawer>
      {isPaletteOpen && (
        <Suspense>
          <CommandPalette onClose={palette.close} />
        </Suspense>
      )}
    </div>
  )
}
