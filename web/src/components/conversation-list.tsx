/** The operator's own conversations: to go on with one, or to delete it. */
import { ActionIcon, Skeleton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ConversationListed, conversationsQuery, deleteConversation } from '../api/assistant'
import { Confirm } from '../ui/confirm'
import classes from './conversation-list.module.css'
import { useFormat } from './format'
import { ProblemNotice } from './problem-notice'

interface ConversationListProps {
  readonly conversation: number | undefined
  readonly onChoose: (conversation: number | undefined) => void
}

export function ConversationList({ conversation, onChoose }: ConversationListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data, error, refetch } = useQuery(conversationsQuery)
  const box = useRef<HTMLDivElement>(null)
  const [leaving, setLeaving] = useState<ConversationListed>()
  return (
    <div ref={box} tabIndex={-1} className={classes.box}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton h={120} radius="md" aria-busy="true" />}
      {data?.length === 0 && <p className={classes.none}>{t('assistant.none')}</p>}
      <ul className={classes.list}>
        {data?.map((one) => (
          <li key={one.conversationId}>
            <button
              type="button"
              className={classes.choose}
              aria-current={one.conversationId === conversation}
              onClick={() => onChoose(one.conversationId)}
            >
              <span>{one.title}</span>
              <small>{format.instant(one.askedAt)}</small>
            </button>
            <ActionIcon
              aria-label={t('assistant.delete', { title: one.title })}
              onClick={() => setLeaving(one)}
            >
              <IconTrash size={16} stroke={1.7} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <DeleteConversation
        key={leaving?.conversationId}
        listed={leaving}
        onClose={() => setLeaving(undefined)}
        onDeleted={(gone) => {
          if (gone === conversation) onChoose(undefined)
          // the button that had the focus is gone
          box.current?.focus()
        }}
      />
    </div>
  )
}

interface DeleteProps {
  readonly listed: ConversationListed | undefined
  readonly onClose: () => void
  readonly onDeleted: (conversation: number) => void
}

function DeleteConversation({ listed, onClose, onDeleted }: DeleteProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const deleting = useMutation({
    mutationFn: deleteConversation,
    onSuccess: async (_, conversation) => {
      await queryClient.invalidateQueries(conversationsQuery)
      onClose()
      onDeleted(conversation)
    },
  })
  return (
    <Confirm
      isOpen={listed !== undefined}
      title={t('assistant.deleteTitle')}
      action={t('assistant.deleteAction')}
      words={{ cancel: t('common.cancel'), close: t('common.close') }}
      isRunning={deleting.isPending}
      onClose={onClose}
      onConfirm={() => listed !== undefined && deleting.mutate(listed.conversationId)}
    >
      <p className={classes.about}>{t('assistant.deleteAbout', { title: listed?.title ?? '' })}</p>
      <ProblemNotice error={deleting.error} />
    </Confirm>
  )
}
