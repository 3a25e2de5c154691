/** Takes an export: a ZIP archive, or the files themselves, which are packed here. */
import { Box, Button, Progress, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ImportKind, uploadArchive } from '../../api/imports'
import { may, useAccount } from '../../api/session'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { packed } from './pack-files'
import classes from './upload.module.css'

export function Upload() {
  const { t } = useTranslation()
  const account = useAccount()
  const { network } = usePlace()
  const [kind, setKind] = useState<ImportKind>('nexudus')
  const [name, setName] = useState('')
  const [share, setShare] = useState(0)
  const queryClient = useQueryClient()
  const mayMakeNetworks = may(account, 'networks.manage')
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      setShare(0)
      const target = name.trim() === '' ? (mayMakeNetworks ? undefined : network?.name) : name.trim()
      return uploadArchive({ file: await packed(files), kind, network: target, onProgress: setShare })
    },
    onSuccess: () => queryClient.invalidateQueries(),
  })
  return (
    <section className={classes.upload} aria-label={t('imports.upload')}>
      <Stack gap="md">
        <SegmentedControl
          value={kind}
          onChange={(value) => setKind(value as ImportKind)}
          data={[
            { value: 'nexudus', label: t('imports.kinds.nexudus') },
            { value: 'cobot', label: t('imports.kinds.cobot') },
            { value: 'csv', label: t('imports.kinds.csv') },
          ]}
          aria-label={t('imports.kind')}
        />
        {mayMakeNetworks && (
          <TextInput
            label={t('imports.network')}
            description={t(`imports.networkNote.${kind}`)}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Stack>
      <div>
        <DropZone isBusy={upload.isPending} onFiles={upload.mutate} />
        {upload.isPending && (
          <Progress value={100 * share} mt="sm" aria-label={t('imports.uploading')} animated />
        )}
        <div style={{ marginTop: upload.isError ? 12 : 0 }}>
          <ProblemNotice error={upload.error} />
        </div>
      </div>
    </section>
  )
}

interface DropZoneProps {
  readonly isBusy: boolean
  readonly onFiles: (files: readonly File[]) => void
}

function DropZone({ isBusy, onFiles }: DropZoneProps) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: Iterable<File> | null | undefined) => {
    const taken = [...(files ?? [])]
    if (taken.length > 0 && !isBusy) onFiles(taken)
  }
  const over = (event: DragEvent, isNow: boolean) => {
    event.preventDefault()
    setOver(isNow)
  }
  return (
    <Box
      className={classes.zone}
      data-over={isOver}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false)
        take(event.dataTransfer.files)
      }}
    >
      <IconUpload size={22} stroke={1.6} aria-hidden />
      <p>{t('imports.drop')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".zip,.json,.csv"
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      <Button variant="default" size="xs" onClick={() => input.current?.click()} loading={isBusy}>
        {t('imports.choose')}
      </Button>
    </Box>
  )
}
