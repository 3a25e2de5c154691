/** Connects an account, or enters the credentials of one again; first it may be asked what it shows. */
import { Button, Group, Modal, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultsByField } from '../../api/client'
import {
  type AccountGiven,
  type Connection,
  checkAccount,
  connectAccount,
  reenterCredentials,
} from '../../api/connections'
import { useFaultText } from '../../components/fault-text'
import { ProblemNotice } from '../../components/problem-notice'
import { useFields } from '../../ui/fields'
import { Form } from '../../ui/form'
import { CheckAnswer } from './check-answer'
import classes from './connections.module.css'

type Kind = Connection['credentialKind']
const KINDS: readonly Kind[] = ['password', 'token', 'basic']

interface ConnectDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** The one whose credentials are entered again; a new one without it. */
  readonly connection?: Connection
}

export function ConnectDialog({ isOpen, onClose, connection }: ConnectDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t(connection === undefined ? 'connections.connect' : 'connections.form.reenter')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ConnectForm connection={connection} onClose={onClose} />
    </Modal>
  )
}

interface ConnectFormProps {
  readonly connection: Connection | undefined
  readonly onClose: () => void
}

function ConnectForm({ connection, onClose }: ConnectFormProps) {
  const { t } = useTranslation()
  const faultText = useFaultText()
  const queryClient = useQueryClient()
  const [kind, setKind] = useState<Kind>(connection?.credentialKind ?? 'password')
  const { values, bind } = useFields({
    ...{ email: connection?.account ?? '', password: '', code: '' },
    ...{ baseUrl: connection?.baseUrl ?? '', webhookSecret: '' },
  })
  const account: AccountGiven = {
    kind,
    email: values.email,
    password: values.password,
    ...(kind === 'token' && values.code !== '' && { code: values.code }),
  }
  const address = values.baseUrl === '' ? {} : { baseUrl: values.baseUrl }
  const check = useMutation({ mutationFn: () => checkAccount({ ...account, ...address }) })
  const connect = useMutation({
    mutationFn: () =>
      connection === undefined
        ? connectAccount({
            ...{ ...account, ...address },
            ...(values.webhookSecret !== '' && { webhookSecret: values.webhookSecret }),
          })
        : reenterCredentials(connection.connectionId, account),
    onSuccess: () => {
      onClose()
      return queryClient.invalidateQueries()
    },
  })
  const error = connect.error ?? check.error
  const faults = faultsByField(error)
  const field = (name: keyof typeof values & string, label: string) => ({
    ...bind(name),
    label,
    error: faultText(label, faults[name]),
  })
  const ask = (what: typeof check | typeof connect) => {
    check.reset()
    connect.reset()
    what.mutate()
  }
  return (
    <Form onSubmit={() => ask(connect)}>
      <ProblemNotice error={error} isFieldsOnly />
      {check.data !== undefined && <CheckAnswer check={check.data} />}
      <NativeSelect
        label={t('connections.form.kind')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
        data={KINDS.map((value) => ({ value, label: t(`connections.form.kinds.${value}`) }))}
      />
      <TextInput
        {...field('email', t('fields.email'))}
        type="email"
        autoComplete="off"
        required
        data-autofocus
      />
      <PasswordInput
        {...field('password', t('connections.form.password'))}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('fields.showPassword') }}
        required
      />
      {kind === 'token' && (
        <TextInput
          {...field('code', t('connections.form.code'))}
          description={t('connections.form.codeNote')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
        />
      )}
      {connection === undefined && (
        <details className={classes.more}>
          <summary>{t('connections.form.more')}</summary>
          <TextInput
            {...field('baseUrl', t('connections.form.baseUrl'))}
            description={t('connections.form.baseUrlNote')}
            inputMode="url"
          />
          <PasswordInput
            {...field('webhookSecret', t('connections.form.webhookSecret'))}
            description={t('connections.form.webhookSecretNote')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('fields.showPassword') }}
          />
        </details>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => ask(check)} loading={check.isPending}>
          {t('connections.form.check')}
        </Button>
        <Button type="submit" loading={connect.isPending}>
          {t(connection === undefined ? 'connections.form.submit' : 'connections.form.keep')}
        </Button>
      </Group>
    </Form>
  )
}
