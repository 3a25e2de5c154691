/** Takes a row away. */
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import classes from './editor.module.css'

interface RemoveRowProps {
  readonly label: string
  readonly onRemove: () => void
}

export function RemoveRow({ label, onRemove }: RemoveRowProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className={classes.remove}
      aria-label={label}
      onClick={onRemove}
    >
      <IconX size={16} aria-hidden />
    </ActionIcon>
  )
}
