import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../../api/client'
import { EntryHeading } from '../../components/entry-heading'
import { ProblemNotice } from '../../components/problem-notice'
import { useFields } from '../../ui/fields'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'
import { SecondFactorForm } from './second-factor-form'

const route = getRouteApi('/entry/sign-in')

export function SignInPage() {
  const { next, note } = route.useSearch()
  const { t } = useTranslation()
  const [isSecondFactorNeeded, setSecondFactorNeeded] = useState(false)
  const enter = useEnter(next)
  const { values, bind } = useFields({ email: '', password: '' })
  const signIn = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/sessions', { body: values })),
    onSuccess: async ({ status }) => {
      if (status === 'second_factor_needed') setSecondFactorNeeded(true)
      else await enter()
    },
  })
  if (isSecondFactorNeeded) {
    return <SecondFactorForm onDone={enter} onBack={() => setSecondFactorNeeded(false)} />
  }
  return (
    <>
      <EntryHeading title={t('signIn.title')} />
      <Form onSubmit={signIn.mutate}>
        {note !== undefined && <Notice tone="good">{t(`signIn.note.${note}`)}</Notice>}
        <ProblemNotice error={signIn.error} />
        <TextInput
          {...bind('email')}
          label={t('fields.email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
        />
        <div>
          <PasswordInput
            {...bind('password')}
            label={t('fields.password')}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': t('fields.showPassword') }}
          />
          <Anchor component={Link} to="/forgotten-password" size="sm" mt={8} display="inline-block">
            {t('signIn.forgotten')}
          </Anchor>
        </div>
        <Button type="submit" fullWidth size="md" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </Form>
    </>
  )
}

/** Goes where somebody wanted to before he was asked to sign in; nothing of another operator is kept. */
function useEnter(next: string | undefined): () => Promise<void> {
  const queryClient = useQueryClient()
  const router = useRouter()
  return async () => {
    queryClient.clear()
    await router.navigate({ href: next ?? '/' })
  }
}
