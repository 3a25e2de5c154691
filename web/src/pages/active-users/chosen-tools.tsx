/** What can be done with the active users that are chosen: a file of them, suspending, and what if without them. */
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type ActiveUser, exportChosen, type View } from '../../api/active-users'
import { MOST_WITHOUT } from '../../api/forecasts'
import { may, useAccount } from '../../api/session'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { SuspendChosen } from '../../components/suspend-chosen'
import { saveFile } from '../../ui/save-file'
import { SelectionBar } from '../../ui/selection-bar'
import type { Selection } from '../../ui/use-selection'
import { ExportMenu } from './export-menu'
import { WithoutDialog } from './without-dialog'

interface ChosenToolsProps {
  readonly view: View
  readonly timeZone: string
  readonly selection: Selection<ActiveUser>
}

export default function ChosenTools({ view, timeZone, selection }: ChosenToolsProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const account = useAccount()
  const customers = [...selection.chosen.values()]
  const ids = [...selection.chosen.keys()]
  const file = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => exportChosen(view, ids, format),
    onSuccess: ({ content, name }) => saveFile(content, name),
  })
  const [isOpen, { open, close }] = useDisclosure(false)
  const { network, location } = view
  return (
    <>
      <ProblemNotice error={file.error} />
      <SelectionBar
        label={t('selection.label')}
        told={t('selection.told', { count: ids.length, shown: number(ids.length) })}
        clearLabel={t('selection.clear')}
        onClear={selection.clear}
      >
        <ExportMenu about={t('selection.export')} onChoose={file.mutate} isBusy={file.isPending} isSmall />
        {may(account, 'billing.read', network) && (
          <Button
            variant="default"
            size="xs"
            onClick={open}
            disabled={ids.length > MOST_WITHOUT}
            title={ids.length > MOST_WITHOUT ? t('suspension.tooMany', { most: MOST_WITHOUT }) : undefined}
          >
            {t('without.action')}
          </Button>
        )}
        <SuspendChosen network={network} customers={customers} onDone={selection.clear} />
      </SelectionBar>
      <WithoutDialog
        network={network}
        location={location}
        timeZone={timeZone}
        without={ids}
        isOpen={isOpen}
        onClose={close}
      />
    </>
  )
}
