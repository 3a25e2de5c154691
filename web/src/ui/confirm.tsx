/** Asks once more before something is done, with what it means. */
import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'

interface ConfirmProps {
  readonly isOpen: boolean
  readonly title: string
  /** What the button that does it says. */
  readonly action: string
  readonly words: { readonly cancel: string; readonly close: string }
  readonly isRunning: boolean
  /** Nothing can be done yet, or any more. */
  readonly isDisabled?: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly children: ReactNode
}

export function Confirm(props: ConfirmProps) {
  const { isOpen, title, action, words, isRunning, isDisabled = false, onClose, onConfirm, children } = props
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': words.close }}>
      <Stack>
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onClose} data-autofocus>
            {words.cancel}
          </Button>
          <Button onClick={onConfirm} loading={isRunning} disabled={isDisabled}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
