import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../../api/client'
import { type Invitation, invitationsQuery } from '../../api/operators'
import { networksQuery } from '../../api/places'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { ItemList } from '../../ui/item-list'

export function Invitations() {
  const { t } = useTranslation()
  const { data = [], error } = useQuery(invitationsQuery)
  if (error !== null) return <ProblemNotice error={error} />
  if (data.length === 0) return null
  return (
    <Card title={t('operators.invitations')}>
      <ItemList>
        {data.map((invitation) => (
          <Item key={invitation.invitationId} {...invitation} />
        ))}
      </ItemList>
    </Card>
  )
}

function Item({ invitationId, email, role, networkId, expiresAt }: Invitation) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const queryClient = useQueryClient()
  const { data: networks = [] } = useQuery(networksQuery)
  const network = networks.find((one) => one.networkId === networkId)?.name
  const revoke = useMutation({
    mutationFn: () => {
      const params = { path: { invitation: invitationId } }
      return answerOf(client.DELETE('/api/v1/invitations/{invitation}', { params }))
    },
    onSuccess: () => queryClient.invalidateQueries(invitationsQuery),
  })
  const offered = [t(`roles.${role}.name`), network].filter((part) => part !== undefined).join(' · ')
  return (
    <ItemList.Item
      icon={<IconMail size={19} stroke={1.6} />}
      title={email}
      note={`${offered} · ${t('operators.until', { instant: instant(expiresAt) })}`}
      action={
        <Button variant="default" size="xs" onClick={() => revoke.mutate()} loading={revoke.isPending}>
          {t('operators.takeBack')}
        </Button>
      }
    >
      <ProblemNotice error={revoke.error} />
    </ItemList.Item>
  )
}
