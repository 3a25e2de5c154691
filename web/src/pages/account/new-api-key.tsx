import { Button, Checkbox, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, client, faultsByField } from '../../api/client'
import type { Right } from '../../api/session'
import { useFaultText } from '../../components/fault-text'
import { ProblemNotice } from '../../components/problem-notice'
import { CopyField } from '../../ui/copy-field'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'

/** In the order of the list; a right that is missing here does not compile. */
const RIGHTS = Object.keys({
  'counts.read': true,
  'records.write': true,
  'customers.suspend': true,
  'imports.run': true,
  'billing.read': true,
  'billing.manage': true,
  'operators.manage': true,
  'audit.read': true,
  'networks.manage': true,
  'feedback.read': true,
} satisfies Record<Right, true>) as Right[]
const DAYS = 90

interface NewApiKeyProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function NewApiKey({ isOpen, onClose }: NewApiKeyProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('account.apiKeys.make')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <NewApiKeyForm onClose={onClose} />
    </Modal>
  )
}

function NewApiKeyForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const faultText = useFaultText()
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly string[]>(['counts.read'])
  const [days, setDays] = useState<number | string>(DAYS)
  const make = useMutation({
    mutationFn: () => {
      const body = { name, scopes: [...scopes] as Right[], expiresInDays: Number(days) }
      return answerOf(client.POST('/api/v1/api-keys', { body }))
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  const faults = faultsByField(make.error)
  if (make.data !== undefined) {
    return (
      <Stack>
        <Notice tone="warn">{t('account.apiKeys.once')}</Notice>
        <CopyField
          label={make.data.name}
          value={make.data.key}
          words={{ copy: t('common.copy'), copied: t('common.copied') }}
        />
        <Button onClick={onClose}>{t('account.apiKeys.kept')}</Button>
      </Stack>
    )
  }
  return (
    <Form onSubmit={make.mutate}>
      <ProblemNotice error={make.error} isFieldsOnly />
      <TextInput
        label={t('account.apiKeys.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultText(t('account.apiKeys.name'), faults.name)}
        required
        data-autofocus
      />
      <Checkbox.Group
        label={t('account.apiKeys.scopes')}
        value={[...scopes]}
        onChange={setScopes}
        error={faultText(t('account.apiKeys.scopes'), faults.scopes)}
      >
        <Stack gap={8} mt={8}>
          {RIGHTS.map((right) => (
            <Checkbox key={right} value={right} label={t(`rights.${right}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NumberInput
        label={t('account.apiKeys.days')}
        value={days}
        onChange={setDays}
        min={1}
        max={365}
        error={faultText(t('account.apiKeys.days'), faults.expiresInDays)}
      />
      <Group gap="xs" justify="flex-end">
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={make.isPending}>
          {t('account.apiKeys.make')}
        </Button>
      </Group>
    </Form>
  )
}
