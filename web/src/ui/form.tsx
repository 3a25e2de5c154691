/** A form that never leaves the page, and tells screen readers when it failed. */
import { Stack, type StackProps } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'

interface FormProps extends Omit<StackProps, 'onSubmit'> {
  readonly onSubmit: () => void
  readonly children: ReactNode
  readonly label?: string
}

export function Form({ onSubmit, children, label, ...rest }: FormProps) {
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Stack gap="md" {...rest}>
        {children}
      </Stack>
    </form>
  )
}
