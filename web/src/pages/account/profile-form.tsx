import { Button, SimpleGrid, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, client, faultsByField } from '../../api/client'
import { accountQuery, useAccount } from '../../api/session'
import { useFaultText } from '../../components/fault-text'
import { ProblemNotice } from '../../components/problem-notice'
import { useFields } from '../../ui/fields'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'

export function ProfileForm() {
  const { t } = useTranslation()
  const { firstName, lastName } = useAccount()
  const queryClient = useQueryClient()
  const faultText = useFaultText()
  const { values, bind } = useFields({ firstName, lastName })
  const save = useMutation({
    mutationFn: () => answerOf(client.PUT('/api/v1/account/profile', { body: values })),
    onSuccess: () => queryClient.invalidateQueries(accountQuery),
  })
  const faults = faultsByField(save.error)
  const field = (name: 'firstName' | 'lastName') => ({
    ...bind(name),
    label: t(`fields.${name}`),
    error: faultText(t(`fields.${name}`), faults[name]),
    required: true,
  })
  return (
    <Form onSubmit={save.mutate} label={t('account.profile.title')}>
      <ProblemNotice error={save.error} isFieldsOnly />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput {...field('firstName')} autoComplete="given-name" />
        <TextInput {...field('lastName')} autoComplete="family-name" />
      </SimpleGrid>
      {save.isSuccess && <Notice tone="good">{t('account.profile.saved')}</Notice>}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </Form>
  )
}
