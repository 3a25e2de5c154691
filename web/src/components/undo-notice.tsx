/** Says what was done and takes it back; it stays for a while, and for as long as it is looked at. */
import { Button, CloseButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../api/client'
import { ProblemNotice } from './problem-notice'
import classes from './undo-notice.module.css'
import { tellUndoable, type Undoable } from './undoable'

const SHOWN_MS = 30_000

export default function UndoNotice({ text, network, changeId }: Undoable) {
  const { t } = useTranslation()
  const notice = useRef<HTMLElement>(null)
  const undo = useUndo(network, changeId)
  const watching = useClosing(undo.isPending || undo.isError)
  useFocusWhenLost(notice)
  return (
    <section ref={notice} tabIndex={-1} className={classes.notice} aria-label={t('undo.label')} {...watching}>
      <p role="status">{undo.isSuccess ? t('undo.done') : text}</p>
      {changeId !== undefined && !undo.isSuccess && !undo.isError && (
        <Button variant="default" size="xs" onClick={() => undo.mutate()} loading={undo.isPending}>
          {t('undo.action')}
        </Button>
      )}
      <CloseButton onClick={() => tellUndoable(undefined)} aria-label={t('common.close')} />
      {undo.isError && (
        <div className={classes.problem}>
          <ProblemNotice error={undo.error} />
        </div>
      )}
    </section>
  )
}

function useUndo(network: number | undefined, change: number | undefined) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/api/v1/networks/{network}/suspensions/{change}/undo', {
          params: { path: { network: String(network), change: change ?? 0 } },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries(),
  })
}

/** Closes it after a while in which neither the pointer nor the focus was on it. */
function useClosing(isHeld: boolean) {
  const [isWatched, setWatched] = useState(false)
  useEffect(() => {
    if (isHeld || isWatched) return
    const closing = setTimeout(() => tellUndoable(undefined), SHOWN_MS)
    return () => clearTimeout(closing)
  }, [isHeld, isWatched])
  return {
    onPointerEnter: () => setWatched(true),
    onPointerLeave: () => setWatched(false),
    onFocus: () => setWatched(true),
    onBlur: () => setWatched(false),
  }
}

/** The button that opened the dialog may be gone with what was done: then the keyboard goes on here. */
function useFocusWhenLost(notice: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    if (document.activeElement === document.body) notice.current?.focus({ preventScroll: true })
  }, [notice])
}
