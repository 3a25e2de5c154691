import { Badge, Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, client, type Schemas } from '../../api/client'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Confirm } from '../../ui/confirm'
import { ItemList } from '../../ui/item-list'
import { browserName, isPhone } from './browser-name'

export function Sessions() {
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: () => answerOf(client.GET('/api/v1/sessions')),
  })
  if (sessions.data === undefined) {
    return sessions.isError ? <ProblemNotice error={sessions.error} /> : <Skeleton h={64} aria-busy="true" />
  }
  return (
    <ItemList>
      {sessions.data.sessions.map((session) => (
        <Session key={session.sessionId} {...session} />
      ))}
    </ItemList>
  )
}

function Session({ sessionId, isCurrent, address, browser, createdAt }: Schemas['Session']) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const queryClient = useQueryClient()
  const [isAsked, { open, close }] = useDisclosure(false)
  const end = useMutation({
    mutationFn: () =>
      answerOf(client.DELETE('/api/v1/sessions/{session}', { params: { path: { session: sessionId } } })),
    onSuccess: async () => {
      close()
      await queryClient.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  const name = browserName(browser) ?? t('common.unknown')
  const Icon = isPhone(browser) ? IconDeviceMobile : IconDeviceDesktop
  return (
    <ItemList.Item
      icon={<Icon size={19} stroke={1.6} />}
      title={name}
      note={t('account.sessions.note', {
        address: address ?? t('common.unknown'),
        since: instant(createdAt),
      })}
      action={
        isCurrent ? (
          <Badge variant="default">{t('account.sessions.this')}</Badge>
        ) : (
          <Button variant="default" size="xs" onClick={open}>
            {t('account.sessions.end')}
          </Button>
        )
      }
    >
      <Confirm
        isOpen={isAsked}
        title={t('confirm.endSession.title', { name })}
        action={t('account.sessions.end')}
        words={{ cancel: t('common.cancel'), close: t('common.close') }}
        isRunning={end.isPending}
        onClose={close}
        onConfirm={end.mutate}
      >
        <p style={{ margin: 0 }}>{t('confirm.endSession.about', { since: instant(createdAt) })}</p>
        <ProblemNotice error={end.error} />
      </Confirm>
    </ItemList.Item>
  )
}
