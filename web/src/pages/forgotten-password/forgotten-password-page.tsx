import { Anchor, Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../../api/client'
import { EntryHeading } from '../../components/entry-heading'
import { ProblemNotice } from '../../components/problem-notice'
import { useFields } from '../../ui/fields'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'

export function ForgottenPasswordPage() {
  const { t } = useTranslation()
  const { values, bind } = useFields({ email: '' })
  const send = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/password-resets', { body: values })),
  })
  return (
    <>
      <EntryHeading title={t('forgottenPassword.title')}>{t('forgottenPassword.about')}</EntryHeading>
      <Form onSubmit={send.mutate}>
        <ProblemNotice error={send.error} />
        {send.data && (
          <Notice tone={send.data.delivery === 'email' ? 'good' : 'info'}>
            {t(`forgottenPassword.sent.${send.data.delivery}`)}
          </Notice>
        )}
        <TextInput
          {...bind('email')}
          label={t('fields.email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
        />
        <Button type="submit" fullWidth size="md" loading={send.isPending}>
          {t('forgottenPassword.submit')}
        </Button>
        <Anchor component={Link} to="/sign-in" size="sm">
          {t('common.backToSignIn')}
        </Anchor>
      </Form>
    </>
  )
}
