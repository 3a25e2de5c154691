/** Which locations of an account are brought in. */
import { Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Connection, switchLocation } from '../../api/connections'
import { ProblemNotice } from '../../components/problem-notice'
import classes from './connections.module.css'

export function LocationSwitches({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { connectionId, locations } = connection
  const change = useMutation({
    mutationFn: ({ location, isOn }: { readonly location: string; readonly isOn: boolean }) =>
      switchLocation(connectionId, location, isOn),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['connections'] }),
  })
  const on = locations.filter(({ isOn }) => isOn).length
  return (
    <details className={classes.more}>
      <summary>{t('connections.locations', { on, all: locations.length })}</summary>
      <p>{t('connections.locationsNote')}</p>
      <ProblemNotice error={change.error} />
      <div className={classes.switches}>
        {locations.map(({ externalId, name, isOn }) => (
          <Switch
            key={externalId}
            label={name}
            checked={isOn}
            disabled={change.isPending}
            onChange={() => change.mutate({ location: externalId, isOn: !isOn })}
          />
        ))}
      </div>
    </details>
  )
}
