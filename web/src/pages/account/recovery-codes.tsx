import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice'
import { saveFile } from '../../ui/save-file'
import classes from './recovery-codes.module.css'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onDone: () => void
}

export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation()
  const save = () =>
    saveFile(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }), 'headcount-recovery-codes.txt')
  return (
    <Stack>
      <Notice tone="warn" title={t('account.secondFactor.codesTitle')}>
        {t('account.secondFactor.codesAbout')}
      </Notice>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <Button variant="default" onClick={save}>
          {t('account.secondFactor.saveCodes')}
        </Button>
        <Button onClick={onDone}>{t('account.secondFactor.codesKept')}</Button>
      </Group>
    </Stack>
  )
}
