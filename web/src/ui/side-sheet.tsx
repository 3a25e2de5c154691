/** A sheet at the side of a narrow screen, by the browser’s own dialog: it keeps focus and closes with Escape. */
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './side-sheet.module.css'

interface SideSheetProps {
  readonly label: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

export function SideSheet({ label, isOpen, onClose, children }: SideSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog ref={dialog} aria-label={label} className={classes.sheet} onClose={onClose}>
      {isOpen && children}
      <button type="button" className={classes.outside} tabIndex={-1} aria-hidden onClick={onClose} />
    </dialog>
  )
}
