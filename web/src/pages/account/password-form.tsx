import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, client, faultsByField } from '../../api/client'
import { useAccount } from '../../api/session'
import { useFaultText } from '../../components/fault-text'
import { NewPasswordField } from '../../components/new-password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { useFields } from '../../ui/fields'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'

export function PasswordForm() {
  const { t } = useTranslation()
  const { email, firstName, lastName } = useAccount()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const faultText = useFaultText()
  const { values, bind } = useFields({ currentPassword: '', newPassword: '' })
  const change = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/account/password', { body: values })),
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: { note: 'password_changed' } })
      queryClient.clear()
    },
  })
  const faults = faultsByField(change.error)
  return (
    <Form onSubmit={change.mutate} label={t('account.password.title')}>
      <ProblemNotice error={change.error} isFieldsOnly />
      <Notice tone="warn">{t('account.password.warning')}</Notice>
      <PasswordInput
        {...bind('currentPassword')}
        label={t('fields.currentPassword')}
        autoComplete="current-password"
        error={faultText(t('fields.currentPassword'), faults.currentPassword)}
        required
        visibilityToggleButtonProps={{ 'aria-label': t('fields.showPassword') }}
      />
      <NewPasswordField
        {...bind('newPassword')}
        label={t('fields.newPassword')}
        about={{ email, firstName, lastName }}
        error={faultText(t('fields.newPassword'), faults.newPassword)}
      />
      <div>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('account.password.submit')}
        </Button>
      </div>
    </Form>
  )
}
