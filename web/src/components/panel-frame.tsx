/** Around every page of somebody who is signed in: navigation beside it, or above it on a narrow screen. */
import { ActionIcon } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconMenu2, IconMessage2, IconSearch } from '@tabler/icons-react'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { withTexts } from '../texts/texts'
import { PageHint } from '../ui/page-hint'
import { SideSheet } from '../ui/side-sheet'
import { Brand } from './brand'
import { HelpForPage } from './help-link'
import classes from './panel-frame.module.css'
import { Sidebar } from './sidebar'
import { useUndoable } from './undoable'

const AssistantPanel = lazy(withTexts('assistant', () => import('./assistant-panel')))
const CommandPalette = lazy(() => import('./command-palette'))
const UndoNotice = lazy(() => import('./undo-notice'))

export function PanelFrame() {
  const { t } = useTranslation()
  const [isMenuOpen, { open: openMenu, close: closeMenu }] = useDisclosure(false)
  const [isPaletteOpen, { open: openPalette, close: closePalette }] = useDisclosure(false)
  const [isAssistantOpen, { toggle: toggleAssistant, close: closeAssistant }] = useDisclosure(false)
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const undoable = useUndoable()
  useHotkeys(
    [
      ['mod+K', openPalette],
      ['mod+J', toggleAssistant],
    ],
    [],
  )
  const openAssistant = () => {
    closeMenu()
    toggleAssistant()
  }
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
        <div>
          <ActionIcon size="lg" onClick={toggleAssistant} aria-label={t('navigation.askAssistant')}>
            <IconMessage2 size={19} stroke={1.7} />
          </ActionIcon>
          <ActionIcon size="lg" onClick={openPalette} aria-label={t('palette.open')}>
            <IconSearch size={19} stroke={1.7} />
          </ActionIcon>
        </div>
      </div>
      <div className={classes.side}>
        <Sidebar onSearch={openPalette} onAsk={openAssistant} />
      </div>
      <main id="main" tabIndex={-1} className={classes.main}>
        <PageHint value={<HelpForPage />}>
          <Outlet />
        </PageHint>
      </main>
      <SideSheet label={t('common.menu')} isOpen={isMenuOpen} onClose={closeMenu}>
        <Sidebar onSearch={openPalette} onAsk={openAssistant} />
      </SideSheet>
      {undoable !== undefined && (
        <Suspense>
          <UndoNotice key={undoable.changeId} {...undoable} />
        </Suspense>
      )}
      {isAssistantOpen && pathname !== '/assistant' && (
        <Suspense>
          <AssistantPanel onClose={closeAssistant} />
        </Suspense>
      )}
      {isPaletteOpen && (
        <Suspense>
          <CommandPalette onClose={closePalette} />
        </Suspense>
      )}
    </div>
  )
}
