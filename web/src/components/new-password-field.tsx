/** A new password with what the server thinks of it, while it is typed. */
import { PasswordInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ChangeEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, client, type Schemas } from '../api/client'
import { PasswordFaults } from './fault-text'
import classes from './new-password-field.module.css'

interface NewPasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void
  readonly error?: ReactNode
  /** What must not stand in it. */
  readonly about?: { readonly email?: string; readonly firstName?: string; readonly lastName?: string }
}

const TYPING_MS = 250
const STEPS = [1, 2, 3, 4] as const

export function NewPasswordField({ label, value, onChange, error, about = {} }: NewPasswordFieldProps) {
  const { t } = useTranslation()
  const meterId = useId()
  const [asked] = useDebouncedValue(value, TYPING_MS)
  const { data } = useQuery({
    queryKey: ['password-check', asked, about],
    queryFn: () => answerOf(client.POST('/api/v1/password-checks', { body: { password: asked, ...about } })),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const verdict = value === '' ? undefined : data
  return (
    <div>
      <PasswordInput
        label={label}
        name="newPassword"
        autoComplete="new-password"
        required
        value={value}
        onChange={onChange}
        error={error}
        aria-describedby={meterId}
        visibilityToggleButtonProps={{ 'aria-label': t('fields.showPassword') }}
      />
      <div id={meterId} aria-live="polite" className={classes.meter} data-accepted={verdict?.isAccepted}>
        <div className={classes.steps} aria-hidden="true">
          {STEPS.map((step) => (
            <span key={step} data-on={verdict !== undefined && verdict.score >= step} />
          ))}
        </div>
        <span>{verdict === undefined ? t('fields.passwordRule') : sentenceOf(verdict)}</span>
      </div>
    </div>
  )

  function sentenceOf({ isAccepted, faults, score }: Schemas['PasswordVerdict']) {
    if (!isAccepted) return <PasswordFaults faults={faults} />
    return score === 4 ? t('fields.passwordStrong') : t('fields.passwordGood')
  }
}
