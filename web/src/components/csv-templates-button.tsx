/** Hands over the CSV templates as one archive, which can be filled in and dropped back here. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../api/client'
import { saveFile } from '../ui/save-file'
import { ProblemNotice } from './problem-notice'

export function CsvTemplatesButton() {
  const { t } = useTranslation()
  const download = useMutation({
    mutationFn: async () => {
      const [{ templates }, { strToU8, zipSync }] = await Promise.all([
        answerOf(client.GET('/api/v1/csv-templates')),
        import('fflate'),
      ])
      const files = Object.fromEntries(templates.map(({ file, text }) => [file, strToU8(text)]))
      saveFile(new Blob([zipSync(files).slice()], { type: 'application/zip' }), 'headcount-templates.zip')
    },
  })
  return (
    <>
      <ProblemNotice error={download.error} />
      <Button variant="default" onClick={() => download.mutate()} loading={download.isPending}>
        {t('start.csv.action')}
      </Button>
    </>
  )
}
