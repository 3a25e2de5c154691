import { Anchor, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, client, faultsByField } from '../../api/client'
import { EntryHeading } from '../../components/entry-heading'
import { useFaultText } from '../../components/fault-text'
import { useLinkToken } from '../../components/link-token'
import { NewPasswordField } from '../../components/new-password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { useFields } from '../../ui/fields'
import { Form } from '../../ui/form'

export function ResetPasswordPage() {
  const { t } = useTranslation()
  const token = useLinkToken()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const faultText = useFaultText()
  const { values, bind } = useFields({ newPassword: '' })
  const reset = useMutation({
    mutationFn: () =>
      answerOf(client.POST('/api/v1/password-resets/completion', { body: { token, ...values } })),
    onSuccess: async () => {
      queryClient.clear()
      await navigate({ to: '/sign-in', search: { note: 'password_set' } })
    },
  })
  const faults = faultsByField(reset.error)
  return (
    <>
      <EntryHeading title={t('resetPassword.title')}>{t('resetPassword.about')}</EntryHeading>
      <Form onSubmit={reset.mutate}>
        <ProblemNotice error={reset.error} isFieldsOnly />
        <NewPasswordField
          {...bind('newPassword')}
          label={t('fields.newPassword')}
          error={faultText(t('fields.newPassword'), faults.newPassword)}
        />
        <Button type="submit" fullWidth size="md" loading={reset.isPending}>
          {t('resetPassword.submit')}
        </Button>
        <Anchor component={Link} to="/forgotten-password" size="sm">
          {t('resetPassword.another')}
        </Anchor>
      </Form>
    </>
  )
}
