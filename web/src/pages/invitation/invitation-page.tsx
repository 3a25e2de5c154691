import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, client, hasCode, type Schemas } from '../../api/client'
import { EntryHeading } from '../../components/entry-heading'
import { useLinkToken } from '../../components/link-token'
import { ProblemNotice } from '../../components/problem-notice'
import { Form } from '../../ui/form'
import { NewAccountForm } from './new-account-form'

export function InvitationPage() {
  const { t } = useTranslation()
  const token = useLinkToken()
  const seen = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answerOf(client.POST('/api/v1/invitations/look', { body: { token } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (seen.data === undefined) {
    return (
      <>
        <EntryHeading title={t('invitation.title')} />
        {seen.isError ? <ProblemNotice error={seen.error} /> : <Skeleton h={180} />}
      </>
    )
  }
  return (
    <>
      <EntryHeading title={t('invitation.title')}>
        <Offer {...seen.data} />
      </EntryHeading>
      {seen.data.hasAccount ? (
        <AcceptWithAccount token={token} />
      ) : (
        <NewAccountForm token={token} email={seen.data.email} />
      )}
    </>
  )
}

function Offer({ email, role, networkName }: Schemas['InvitationSeen']) {
  const { t } = useTranslation()
  const roleName = t(`roles.${role}.name`)
  return networkName === null
    ? t('invitation.offerPlatform', { email, role: roleName })
    : t('invitation.offer', { email, role: roleName, network: networkName })
}

function AcceptWithAccount({ token }: { readonly token: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const accept = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/invitations/acceptance', { body: { token } })),
    onSuccess: async () => {
      queryClient.clear()
      await navigate({ to: '/' })
    },
  })
  const mustSignIn = hasCode(accept.error, 'INVITATION_FOR_ANOTHER')
  return (
    <Form onSubmit={accept.mutate}>
      <ProblemNotice error={accept.error} />
      <Button type="submit" fullWidth size="md" loading={accept.isPending}>
        {t('invitation.accept')}
      </Button>
      {mustSignIn && (
        <Link to="/sign-in" search={{ next: `/invitation#${token}` }}>
          {t('signIn.submit')}
        </Link>
      )}
    </Form>
  )
}
