/** The assistant beside the page, which can be used meanwhile. Loaded when it is first opened. */
import { ActionIcon } from '@mantine/core'
import { IconArrowsMaximize, IconHistory, IconPlus, IconX } from '@tabler/icons-react'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './assistant-panel.module.css'
import { ConversationList } from './conversation-list'
import { ConversationView } from './conversation-view'

export default function AssistantPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [conversation, setConversation] = useState<number>()
  const [isListed, setListed] = useState(false)
  const router = useRouter()
  useFocusBack()
  useCloseOnFollow(onClose)
  const begin = () => {
    setConversation(undefined)
    setListed(false)
  }
  // undefined after one was deleted, when the others stay in sight
  const choose = (chosen: number | undefined) => {
    setConversation(chosen)
    setListed(chosen === undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  }
  const openPage = () => {
    onClose()
    void router.navigate({
      to: '/assistant',
      search: conversation === undefined ? {} : { conversation },
    })
  }
  return (
    // Escape closes it from wherever the focus is in it
    <aside className={classes.panel} aria-label={t('navigation.assistant')} onKeyDown={onKeyDown}>
      <header className={classes.header}>
        <h2>{isListed ? t('assistant.conversations') : t('navigation.assistant')}</h2>
        <ActionIcon aria-label={t('assistant.new')} onClick={begin}>
          <IconPlus size={18} stroke={1.7} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('assistant.conversations')}
          aria-pressed={isListed}
          onClick={() => setListed(!isListed)}
        >
          <IconHistory size={18} stroke={1.7} />
        </ActionIcon>
        <ActionIcon aria-label={t('assistant.openPage')} onClick={openPage}>
          <IconArrowsMaximize size={17} stroke={1.7} />
        </ActionIcon>
        <ActionIcon aria-label={t('common.close')} onClick={onClose}>
          <IconX size={18} stroke={1.7} />
        </ActionIcon>
      </header>
      {isListed ? (
        <ConversationList conversation={conversation} onChoose={choose} />
      ) : (
        <ConversationView conversation={conversation} onChange={setConversation} />
      )}
    </aside>
  )
}

/** Closed, it gives the focus back to what had it before, if that is still there. */
function useFocusBack(): void {
  const before = useRef(document.activeElement)
  useEffect(() => {
    const element = before.current
    return () => {
      if (element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true })
    }
  }, [])
}

/** On a narrow screen it covers the page that a link of it opens. */
function useCloseOnFollow(onClose: () => void): void {
  const href = useRouterState({ select: (state) => state.location.href })
  const openedAt = useRef(href)
  useEffect(() => {
    if (href !== openedAt.current && window.matchMedia('(max-width: 62em)').matches) onClose()
  }, [href, onClose])
}
