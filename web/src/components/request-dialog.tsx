/** Asks before something is changed: what it means, what is needed for it, and what went wrong. */
import { Button, Group, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../ui/form'
import { ProblemNotice } from './problem-notice'

interface RequestDialogProps<Answer> {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly about?: ReactNode
  readonly action: string
  readonly isDanger?: boolean
  readonly request: () => Promise<Answer>
  readonly onDone?: (answer: Answer) => void
  readonly children?: ReactNode
}

export function RequestDialog<Answer>({ isOpen, onClose, title, ...form }: RequestDialogProps<Answer>) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <RequestForm onClose={onClose} {...form} />
    </Modal>
  )
}

function RequestForm<Answer>({
  onClose,
  about,
  action,
  isDanger = false,
  request,
  onDone,
  children,
}: Omit<RequestDialogProps<Answer>, 'isOpen' | 'title'>) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: request,
    onSuccess: async (answer) => {
      onClose()
      onDone?.(answer)
      await queryClient.invalidateQueries()
    },
  })
  return (
    <Form onSubmit={change.mutate}>
      {about !== undefined && <p style={{ margin: 0 }}>{about}</p>}
      {children}
      <ProblemNotice error={change.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={change.isPending} {...(isDanger && { color: 'red.8' })}>
          {action}
        </Button>
      </Group>
    </Form>
  )
}
