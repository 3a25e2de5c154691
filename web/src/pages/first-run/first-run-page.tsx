import { Anchor, Button, SimpleGrid, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, client, faultsByField, hasCode } from '../../api/client'
import { EntryHeading } from '../../components/entry-heading'
import { useFaultText } from '../../components/fault-text'
import { NewPasswordField } from '../../components/new-password-field'
import { ProblemNotice } from '../../components/problem-notice'
import { useFields } from '../../ui/fields'
import { Form } from '../../ui/form'

export function FirstRunPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const faultText = useFaultText()
  const { values, bind } = useFields({ firstName: '', lastName: '', email: '', newPassword: '' })
  const { newPassword: password, ...about } = values
  const create = useMutation({
    mutationFn: async () => {
      await answerOf(client.POST('/api/v1/first-operator', { body: { ...about, password } }))
      await answerOf(client.POST('/api/v1/sessions', { body: { email: about.email, password } }))
    },
    onSuccess: async () => {
      queryClient.clear()
      await navigate({ to: '/' })
    },
  })
  const faults = faultsByField(create.error)
  const field = (name: 'firstName' | 'lastName' | 'email') => ({
    ...bind(name),
    label: t(`fields.${name}`),
    error: faultText(t(`fields.${name}`), faults[name]),
    required: true,
  })
  return (
    <>
      <EntryHeading title={t('firstRun.title')}>{t('firstRun.about')}</EntryHeading>
      <Form onSubmit={create.mutate}>
        <ProblemNotice error={create.error} isFieldsOnly />
        {hasCode(create.error, 'FIRST_OPERATOR_EXISTS') && (
          <Anchor component={Link} to="/sign-in" size="sm">
            {t('common.backToSignIn')}
          </Anchor>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...field('firstName')} autoComplete="given-name" autoFocus />
          <TextInput {...field('lastName')} autoComplete="family-name" />
        </SimpleGrid>
        <TextInput {...field('email')} type="email" autoComplete="username" />
        <NewPasswordField
          {...bind('newPassword')}
          label={t('fields.password')}
          about={about}
          error={faultText(t('fields.password'), faults.password)}
        />
        <Button type="submit" fullWidth size="md" loading={create.isPending}>
          {t('firstRun.submit')}
        </Button>
      </Form>
    </>
  )
}
