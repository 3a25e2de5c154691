import { Anchor, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../../api/client'
import { EntryHeading } from '../../components/entry-heading'
import { useLinkToken } from '../../components/link-token'
import { ProblemNotice } from '../../components/problem-notice'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'

/** A click and not the mere visit confirms: mail programs visit links by themselves. */
export function ConfirmEmailPage() {
  const { t } = useTranslation()
  const token = useLinkToken()
  const queryClient = useQueryClient()
  const confirm = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/email-confirmations', { body: { token } })),
    onSuccess: () => queryClient.clear(),
  })
  return (
    <>
      <EntryHeading title={t('confirmEmail.title')}>{t('confirmEmail.about')}</EntryHeading>
      <Form onSubmit={confirm.mutate}>
        <ProblemNotice error={confirm.error} />
        {confirm.data ? (
          <Notice tone="good">{t('confirmEmail.done', { email: confirm.data.email })}</Notice>
        ) : (
          <Button type="submit" fullWidth size="md" loading={confirm.isPending} autoFocus>
            {t('confirmEmail.submit')}
          </Button>
        )}
        <Anchor component={Link} to="/" size="sm">
          {t('common.toPanel')}
        </Anchor>
      </Form>
    </>
  )
}
