import { Button, Skeleton, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, client, type Schemas } from '../../api/client'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Confirm } from '../../ui/confirm'
import { ItemList } from '../../ui/item-list'
import { NewApiKey } from './new-api-key'

export function ApiKeys() {
  const { t } = useTranslation()
  const [isOpen, { open, close }] = useDisclosure(false)
  const keys = useQuery({
    queryKey: ['api-keys'],
    queryFn: () => answerOf(client.GET('/api/v1/api-keys')),
  })
  return (
    <Stack>
      <ProblemNotice error={keys.error} />
      {keys.isPending && <Skeleton h={48} aria-busy="true" />}
      {keys.data?.apiKeys.length === 0 && <p style={{ margin: 0 }}>{t('account.apiKeys.none')}</p>}
      {keys.data !== undefined && keys.data.apiKeys.length > 0 && (
        <ItemList>
          {keys.data.apiKeys.map((key) => (
            <Key key={key.apiKeyId} {...key} />
          ))}
        </ItemList>
      )}
      <div>
        <Button variant="default" onClick={open}>
          {t('account.apiKeys.make')}
        </Button>
      </div>
      <NewApiKey isOpen={isOpen} onClose={close} />
    </Stack>
  )
}

function Key({ apiKeyId, name, prefix, scopes, expiresAt, lastUsedAt }: Schemas['ApiKey']) {
  const { t } = useTranslation()
  const { day, instant } = useFormat()
  const queryClient = useQueryClient()
  const [isAsked, { open, close }] = useDisclosure(false)
  const revoke = useMutation({
    mutationFn: () =>
      answerOf(client.DELETE('/api/v1/api-keys/{apiKey}', { params: { path: { apiKey: apiKeyId } } })),
    onSuccess: async () => {
      close()
      await queryClient.invalidateQueries({ queryKey: ['api-keys'] })
    },
  })
  const used =
    lastUsedAt === null
      ? t('account.apiKeys.neverUsed')
      : t('account.apiKeys.used', { instant: instant(lastUsedAt) })
  return (
    <ItemList.Item
      icon={<IconKey size={19} stroke={1.6} />}
      title={name}
      note={`${prefix}… · ${scopes.map((scope) => t(`rights.${scope}`)).join(', ')} · ${t('account.apiKeys.until', { day: day(expiresAt) })} · ${used}`}
      action={
        <Button variant="default" size="xs" onClick={open}>
          {t('account.apiKeys.revoke')}
        </Button>
      }
    >
      <Confirm
        isOpen={isAsked}
        title={t('confirm.revokeKey.title', { name })}
        action={t('account.apiKeys.revoke')}
        words={{ cancel: t('common.cancel'), close: t('common.close') }}
        isRunning={revoke.isPending}
        onClose={close}
        onConfirm={revoke.mutate}
      >
        <p style={{ margin: 0 }}>{t('confirm.revokeKey.about')}</p>
        <ProblemNotice error={revoke.error} />
      </Confirm>
    </ItemList.Item>
  )
}
