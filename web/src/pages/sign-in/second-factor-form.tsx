import { Anchor, Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../../api/client'
import { EntryHeading } from '../../components/entry-heading'
import { ProblemNotice } from '../../components/problem-notice'
import { Form } from '../../ui/form'

interface SecondFactorFormProps {
  readonly onDone: () => Promise<void>
  readonly onBack: () => void
}

export function SecondFactorForm({ onDone, onBack }: SecondFactorFormProps) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const verify = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/sessions/second-factor', { body: { code } })),
    onSuccess: onDone,
  })
  return (
    <>
      <EntryHeading title={t('secondFactor.title')}>{t('secondFactor.ask')}</EntryHeading>
      <Form onSubmit={verify.mutate}>
        <ProblemNotice error={verify.error} />
        <TextInput
          label={t('secondFactor.code')}
          description={t('secondFactor.recoveryHint')}
          autoComplete="one-time-code"
          inputMode="text"
          autoFocus
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" fullWidth size="md" loading={verify.isPending}>
          {t('secondFactor.submit')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('secondFactor.back')}
        </Anchor>
      </Form>
    </>
  )
}
