import { Button, SimpleGrid, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, client, faultsByField } from '../../api/client'
import { useFaultText } from '../../components/fault-text'
import { NewPasswordField } from '../../components/new-password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { useFields } from '../../ui/fields'
import { Form } from '../../ui/form'

export function NewAccountForm({ token, email }: { readonly token: string; readonly email: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const faultText = useFaultText()
  const { values, bind } = useFields({ firstName: '', lastName: '', newPassword: '' })
  const { newPassword: password, ...names } = values
  const accept = useMutation({
    mutationFn: async () => {
      const account = { ...names, password }
      await answerOf(client.POST('/api/v1/invitations/acceptance', { body: { token, account } }))
      await answerOf(client.POST('/api/v1/sessions', { body: { email, password } }))
    },
    onSuccess: () => navigate({ to: '/' }),
  })
  const faults = faultsByField(accept.error)
  return (
    <Form onSubmit={accept.mutate}>
      <ProblemNotice error={accept.error} isFieldsOnly />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          {...bind('firstName')}
          label={t('fields.firstName')}
          error={faultText(t('fields.firstName'), faults.firstName)}
          autoComplete="given-name"
          required
        />
        <TextInput
          {...bind('lastName')}
          label={t('fields.lastName')}
          error={faultText(t('fields.lastName'), faults.lastName)}
          autoComplete="family-name"
          required
        />
      </SimpleGrid>
      <NewPasswordField
        {...bind('newPassword')}
        label={t('fields.password')}
        about={{ email, ...names }}
        error={faultText(t('fields.password'), faults.password)}
      />
      <Button type="submit" fullWidth size="md" loading={accept.isPending}>
        {t('invitation.acceptNew')}
      </Button>
    </Form>
  )
}
