import { Badge, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, client, faultsByField } from '../../api/client'
import { accountQuery, useAccount } from '../../api/session'
import { useFaultText } from '../../components/fault-text'
import { ProblemNotice } from '../../components/problem-notice'
import { CopyField } from '../../ui/copy-field'
import { Form } from '../../ui/form'
import { RecoveryCodes } from './recovery-codes'

type Step = 'start' | 'turnOff' | 'renew'

export function SecondFactor() {
  const { t } = useTranslation()
  const { hasSecondFactor } = useAccount()
  const [step, setStep] = useState<Step | undefined>()
  const [codes, setCodes] = useState<readonly string[]>([])
  if (codes.length > 0) return <RecoveryCodes codes={codes} onDone={() => setCodes([])} />
  if (step === 'start') return <TurnOn onCodes={setCodes} onEnd={() => setStep(undefined)} />
  if (step !== undefined) {
    return <ProveToChange step={step} onCodes={setCodes} onEnd={() => setStep(undefined)} />
  }
  return (
    <Group justify="space-between">
      <Badge variant="default">
        {hasSecondFactor ? t('account.secondFactor.on') : t('account.secondFactor.off')}
      </Badge>
      {hasSecondFactor ? (
        <Group gap="xs">
          <Button variant="default" onClick={() => setStep('renew')}>
            {t('account.secondFactor.renew')}
          </Button>
          <Button variant="default" onClick={() => setStep('turnOff')}>
            {t('account.secondFactor.turnOff')}
          </Button>
        </Group>
      ) : (
        <Button variant="default" onClick={() => setStep('start')}>
          {t('account.secondFactor.turnOn')}
        </Button>
      )}
    </Group>
  )
}

interface StepProps {
  readonly onCodes: (codes: readonly string[]) => void
  readonly onEnd: () => void
}

function TurnOn({ onCodes, onEnd }: StepProps) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const queryClient = useQueryClient()
  const start = useMutation({
    mutationFn: (password: string) =>
      answerOf(client.POST('/api/v1/account/second-factor', { body: { password } })),
  })
  const confirm = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/account/second-factor/confirmation', { body: { code } })),
    onSuccess: async () => {
      onCodes(start.data?.recoveryCodes ?? [])
      onEnd()
      await queryClient.invalidateQueries(accountQuery)
    },
  })
  if (start.data === undefined)
    return <PasswordStep {...start} onEnd={onEnd} label={t('secondFactor.submit')} />
  const secret = new URL(start.data.uri).searchParams.get('secret') ?? ''
  return (
    <Form onSubmit={confirm.mutate} label={t('account.secondFactor.title')}>
      <ProblemNotice error={confirm.error} />
      <p style={{ margin: 0 }}>{t('account.secondFactor.enter')}</p>
      <CopyField
        label={t('account.secondFactor.secret')}
        value={secret.replace(/(.{4})(?=.)/g, '$1 ')}
        copied={secret}
        words={{ copy: t('common.copy'), copied: t('common.copied') }}
      />
      <a href={start.data.uri}>{t('account.secondFactor.openApp')}</a>
      <TextInput
        label={t('secondFactor.code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        required
      />
      <Group gap="xs">
        <Button type="submit" loading={confirm.isPending}>
          {t('account.secondFactor.turnOn')}
        </Button>
        <Button variant="subtle" onClick={onEnd}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Form>
  )
}

/** Turning it off, and new recovery codes, ask for the password alone. */
function ProveToChange({ step, onCodes, onEnd }: StepProps & { readonly step: 'turnOff' | 'renew' }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: async (password: string) => {
      const body = { password }
      if (step === 'renew') {
        const renewed = client.POST('/api/v1/account/second-factor/recovery-codes', { body })
        return (await answerOf(renewed)).recoveryCodes
      }
      await answerOf(client.POST('/api/v1/account/second-factor/removal', { body }))
      return []
    },
    onSuccess: async (codes) => {
      onCodes(codes)
      onEnd()
      await queryClient.invalidateQueries(accountQuery)
    },
  })
  return <PasswordStep {...change} onEnd={onEnd} label={t(`account.secondFactor.${step}`)} />
}

interface PasswordStepProps {
  readonly mutate: (password: string) => void
  readonly error: unknown
  readonly isPending: boolean
  readonly label: string
  readonly onEnd: () => void
}

function PasswordStep({ mutate, error, isPending, label, onEnd }: PasswordStepProps) {
  const { t } = useTranslation()
  const faultText = useFaultText()
  const [password, setPassword] = useState('')
  return (
    <Form onSubmit={() => mutate(password)} label={t('account.secondFactor.title')}>
      <Stack gap="md">
        <ProblemNotice error={error} isFieldsOnly />
        <PasswordInput
          label={t('fields.currentPassword')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={faultText(t('fields.currentPassword'), faultsByField(error).password)}
          required
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': t('fields.showPassword') }}
        />
        <Group gap="xs">
          <Button type="submit" loading={isPending}>
            {label}
          </Button>
          <Button variant="subtle" onClick={onEnd}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
