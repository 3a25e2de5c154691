/** A price plan as a JSON file: written, and read into the form once the server has found nothing wrong with it. */
import { Button, FileButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PricePlan } from '../../api/billing'
import { answerOf, client, problemOf } from '../../api/client'
import { Notice } from '../../ui/notice'
import { saveFile } from '../../ui/save-file'
import { useFaults } from './faults'

interface DocumentButtonsProps {
  readonly plan: PricePlan
  readonly fileName: string
}

export function DocumentButtons({ plan, fileName }: DocumentButtonsProps) {
  const { t } = useTranslation()
  const file = () => new Blob([`${JSON.stringify(plan, null, 2)}\n`], { type: 'application/json' })
  return (
    <Button variant="subtle" size="xs" onClick={() => saveFile(file(), fileName)}>
      {t('pricePlans.export')}
    </Button>
  )
}

/** Reads a file; an unreadable one is told below. */
export function useImport(onRead: (plan: PricePlan) => void) {
  return useMutation({
    mutationFn: async (file: File) => {
      const plan = JSON.parse(await file.text()) as PricePlan
      await answerOf(client.POST('/api/v1/price-previews', { body: { plan, count: 0 } }))
      return plan
    },
    onSuccess: onRead,
  })
}

type Import = ReturnType<typeof useImport>

export function ImportButton({ reading }: { readonly reading: Import }) {
  const { t } = useTranslation()
  return (
    <FileButton onChange={(file) => file !== null && reading.mutate(file)} accept="application/json,.json">
      {(props) => (
        <Button variant="default" size="xs" loading={reading.isPending} {...props}>
          {t('pricePlans.import')}
        </Button>
      )}
    </FileButton>
  )
}

/** What is wrong with the file, each by its place in the document. */
export function ImportFaults({ reading }: { readonly reading: Import }) {
  const { t } = useTranslation()
  const faults = Object.entries(useFaults(reading.error))
  if (reading.error === null) return null
  return (
    <Notice tone="bad" title={t('planEditor.notRead')}>
      {faults.length === 0 && (problemOf(reading.error).detail || t('planEditor.noJson'))}
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {faults.map(([place, message]) => (
          <li key={place}>
            <code>{place}</code> {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
