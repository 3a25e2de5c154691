/** A button with a popup beside it, by the browser’s own popover: it closes and gives focus back by itself. */
import { type ReactNode, useId, useRef, useState } from 'react'
import classes from './popup.module.css'

interface PopupProps {
  readonly label: string
  readonly className?: string | undefined
  /** Above the button where it stands at the foot of the window. */
  readonly isAbove?: boolean
  readonly button: ReactNode
  /** What it holds, made when it is opened. */
  readonly children: (close: () => void) => ReactNode
}

const GAP = 6
/** From the edge of the window. */
const MARGIN = 8

export function Popup({ label, className, isAbove = false, button, children }: PopupProps) {
  const id = useId()
  const target = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const place = (isOpening: boolean) => {
    setOpen(isOpening)
    const box = target.current?.getBoundingClientRect()
    const { style } = popup.current ?? {}
    if (!isOpening || box === undefined || style === undefined) return
    const inset = Math.max(0, MARGIN - box.left)
    style.left = `${box.left + inset}px`
    style.width = `${box.width - 2 * inset}px`
    style.top = isAbove ? 'auto' : `${box.bottom + GAP}px`
    style.bottom = isAbove ? `${window.innerHeight - box.top + GAP}px` : 'auto'
  }
  return (
    <>
      <button
        ref={target}
        type="button"
        className={className}
        popoverTarget={id}
        aria-label={label}
        aria-expanded={isOpen}
      >
        {button}
      </button>
      <div
        ref={popup}
        id={id}
        popover="auto"
        className={classes.popup}
        onBeforeToggle={(event) => place(event.newState === 'open')}
        onToggle={(event) => event.newState === 'open' && focusFirst(event.currentTarget)}
      >
        {isOpen && children(() => popup.current?.hidePopover())}
      </div>
    </>
  )
}

/** Only now: what is in a popup that is not shown yet takes no focus. */
function focusFirst(popup: HTMLElement): void {
  popup.querySelector<HTMLElement>('input, a, button')?.focus()
}
