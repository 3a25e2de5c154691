import { Button, PasswordInput, SimpleGrid, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, client, faultsByField } from '../../api/client'
import { useAccount } from '../../api/session'
import { useFaultText } from '../../components/fault-text'
import { ProblemNotice } from '../../components/problem-notice'
import { useFields } from '../../ui/fields'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'

export function EmailForm() {
  const { t } = useTranslation()
  const { email } = useAccount()
  const faultText = useFaultText()
  const { values, setValues, bind } = useFields({ email: '', password: '' })
  const send = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/account/email', { body: values })),
    onSuccess: () => setValues({ email: '', password: '' }),
  })
  const faults = faultsByField(send.error)
  return (
    <Form onSubmit={send.mutate} label={t('account.email.title')}>
      <ProblemNotice error={send.error} isFieldsOnly />
      <p style={{ margin: 0 }}>{t('account.email.now', { email })}</p>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          {...bind('email')}
          label={t('account.email.new')}
          type="email"
          autoComplete="off"
          error={faultText(t('account.email.new'), faults.email)}
          required
        />
        <PasswordInput
          {...bind('password')}
          label={t('fields.currentPassword')}
          autoComplete="current-password"
          error={faultText(t('fields.currentPassword'), faults.password)}
          required
          visibilityToggleButtonProps={{ 'aria-label': t('fields.showPassword') }}
        />
      </SimpleGrid>
      {send.data && <Notice tone="good">{t(`account.email.sent.${send.data.delivery}`)}</Notice>}
      <div>
        <Button type="submit" variant="default" loading={send.isPending}>
          {t('account.email.submit')}
        </Button>
      </div>
    </Form>
  )
}
