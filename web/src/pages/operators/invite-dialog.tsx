import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, client, faultsByField } from '../../api/client'
import { useAccount } from '../../api/session'
import { useFaultText } from '../../components/fault-text'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'
import { hasLocations, type Role, type RoleChosen, RoleFields } from './role-fields'

interface InviteDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function InviteDialog({ isOpen, onClose }: InviteDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('operators.invite')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <InviteForm onClose={onClose} />
    </Modal>
  )
}

function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { isPlatform } = useAccount()
  const { network } = usePlace()
  const faultText = useFaultText()
  const queryClient = useQueryClient()
  const [email, setEmail] = useState('')
  const [chosen, setChosen] = useState<RoleChosen>({
    role: network === undefined ? 'platform' : 'viewer',
    locations: [],
  })
  const invite = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/api/v1/invitations', { body: { email, ...offerOf(chosen, network?.networkId) } }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invitations'] }),
  })
  if (invite.data !== undefined) {
    return (
      <Stack>
        <Notice tone="good">
          {t(`operators.invited.${invite.data.delivery}`, { email: invite.data.email })}
        </Notice>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Stack>
    )
  }
  const roles: readonly Role[] = [
    ...(network === undefined ? [] : (['viewer', 'location_manager', 'network_owner'] as const)),
    ...(isPlatform ? (['platform'] as const) : []),
  ]
  return (
    <Form onSubmit={invite.mutate}>
      <ProblemNotice error={invite.error} isFieldsOnly />
      <TextInput
        label={t('fields.email')}
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={faultText(t('fields.email'), faultsByField(invite.error).email)}
        required
        data-autofocus
      />
      <RoleFields roles={roles} value={chosen} onChange={setChosen} />
      {network !== undefined && chosen.role !== 'platform' && (
        <p style={{ margin: 0, color: 'var(--quiet)', fontSize: '0.8125rem' }}>
          {t('operators.inNetwork', { network: network.name })}
        </p>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={invite.isPending}>
          {t('operators.send')}
        </Button>
      </Group>
    </Form>
  )
}

function offerOf({ role, locations }: RoleChosen, network: number | undefined) {
  if (role === 'platform' || network === undefined) return { role }
  const limited = hasLocations(role) && locations.length > 0 ? { locations: [...locations] } : {}
  return { role, network: String(network), ...limited }
}
