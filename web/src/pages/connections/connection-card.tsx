/** One connected account: how many count by it, its syncs, its locations, and how it is ended. */
import { Button, Group, NativeSelect } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Connection, disconnect, setSchedule } from '../../api/connections'
import { countQuery } from '../../api/places'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { Confirm } from '../../ui/confirm'
import { MissingRoles } from './check-answer'
import { ConnectDialog } from './connect-dialog'
import classes from './connections.module.css'
import { LocationSwitches } from './location-switches'
import { SyncPart } from './sync-part'

export function ConnectionCard({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation()
  const [isReentering, reentering] = useDisclosure(false)
  const [isEnding, ending] = useDisclosure(false)
  return (
    <Card title={connection.network} description={<Facts {...connection} />}>
      <div className={classes.parts}>
        <MissingRoles missing={connection.check.missing} />
        <SyncPart connection={connection.connectionId} />
        <LocationSwitches connection={connection} />
        <div className={classes.foot}>
          <Schedule {...connection} />
          <Group gap="xs">
            <Button variant="default" size="xs" onClick={reentering.open}>
              {t('connections.form.reenter')}
            </Button>
            <Button variant="default" size="xs" onClick={ending.open}>
              {t('connections.disconnect')}
            </Button>
          </Group>
        </div>
      </div>
      <ConnectDialog isOpen={isReentering} onClose={reentering.close} connection={connection} />
      <DisconnectDialog isOpen={isEnding} onClose={ending.close} connection={connection} />
    </Card>
  )
}

function Facts({ account, baseUrl, syncedAt, waitingWebhooks, networkId }: Connection) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  return (
    <>
      <div>
        {account} · {new URL(baseUrl).host}
      </div>
      <div className="figures">
        {syncedAt === null
          ? t('connections.neverSynced')
          : t('connections.syncedAt', { at: instant(syncedAt) })}
        {waitingWebhooks > 0 && ` · ${t('connections.waiting', { count: waitingWebhooks })}`}
        {syncedAt !== null && <Counting network={networkId} />}
      </div>
    </>
  )
}

function Counting({ network }: { readonly network: number }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { data } = useQuery(countQuery({ network }))
  if (data === undefined) return null
  const count = data.locations.reduce((sum, location) => sum + location.count, 0)
  return (
    <>
      {' · '}
      <Link to="/" search={{ network }}>
        {t('connections.counting', { count, users: number(count) })}
      </Link>
    </>
  )
}

const SCHEDULES = [0, 5, 15, 60, 360, 1440] as const
const MINUTES_AN_HOUR = 60

function Schedule({ connectionId, syncEveryMinutes }: Connection) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: (minutes: number) => setSchedule(connectionId, minutes),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['connections'] }),
  })
  const choices = [...new Set([...SCHEDULES, syncEveryMinutes])].sort((one, other) => one - other)
  const nameOf = (minutes: number) => {
    if (minutes === 0) return t('connections.never')
    const isHours = minutes % MINUTES_AN_HOUR === 0
    return isHours
      ? t('connections.everyHours', { count: minutes / MINUTES_AN_HOUR })
      : t('connections.everyMinutes', { count: minutes })
  }
  return (
    <div>
      <NativeSelect
        size="xs"
        label={t('connections.schedule')}
        value={String(syncEveryMinutes)}
        disabled={change.isPending}
        onChange={(event) => change.mutate(Number(event.currentTarget.value))}
        data={choices.map((minutes) => ({ value: String(minutes), label: nameOf(minutes) }))}
      />
      <ProblemNotice error={change.error} />
    </div>
  )
}

interface DisconnectDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly connection: Connection
}

function DisconnectDialog({ isOpen, onClose, connection }: DisconnectDialogProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const end = useMutation({
    mutationFn: () => disconnect(connection.connectionId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['connections'] }),
  })
  return (
    <Confirm
      isOpen={isOpen}
      title={t('connections.disconnectTitle', { network: connection.network })}
      action={t('connections.disconnect')}
      words={{ cancel: t('common.cancel'), close: t('common.close') }}
      isRunning={end.isPending}
      onClose={onClose}
      onConfirm={() => end.mutate()}
    >
      <p style={{ margin: 0 }}>{t('connections.disconnectNote')}</p>
      <ProblemNotice error={end.error} />
    </Confirm>
  )
}
