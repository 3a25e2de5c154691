/** Where records are shown by the system that they come from, so that evidence links to them. */
import { Button, Group, Skeleton, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { faultsByField } from '../../api/client'
import type { Network } from '../../api/places'
import {
  type RecordAddresses as Addresses,
  type NetworkAddresses,
  recordAddressesQuery,
  setRecordAddresses,
} from '../../api/record-addresses'
import { useFaultText } from '../../components/fault-text'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { useFields } from '../../ui/fields'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'
import classes from './connections.module.css'

const RECORDS = [
  ...(['customer', 'contract', 'booking'] as const),
  ...(['customer_invoice', 'recurring_product', 'team'] as const),
]

export function RecordAddresses({ network }: { readonly network: Network }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(recordAddressesQuery(network.networkId))
  return (
    <Card
      title={t('connections.addresses.title', { network: network.name })}
      description={t('connections.addresses.about', PLACES)}
    >
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton h={180} aria-busy="true" />}
      {data !== undefined && <AddressForm key={network.networkId} {...data} />}
    </Card>
  )
}

const PLACES = { id: '{id}', customer: '{customer}' }

function AddressForm({ networkId, addresses, defaults }: NetworkAddresses) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const faultText = useFaultText()
  const { values, setValues, bind } = useFields<Addresses>(addresses)
  const save = useMutation({
    mutationFn: () => setRecordAddresses(networkId, values),
    onSuccess: (answer) => {
      setValues(answer.addresses)
      return queryClient.invalidateQueries()
    },
  })
  const faults = faultsByField(save.error)
  const differsFrom = (others: Addresses) => RECORDS.some((record) => values[record] !== others[record])
  return (
    <Form onSubmit={save.mutate}>
      <ProblemNotice error={save.error} isFieldsOnly />
      <div className={classes.addresses}>
        {RECORDS.map((record) => {
          const label = t(`connections.addresses.records.${record}`)
          return (
            <TextInput
              key={record}
              {...bind(record)}
              label={label}
              inputMode="url"
              spellCheck={false}
              placeholder={t('connections.addresses.none')}
              error={faultText(label, faults[record])}
            />
          )
        })}
      </div>
      {save.isSuccess && !differsFrom(addresses) && (
        <Notice tone="good">{t('connections.addresses.saved')}</Notice>
      )}
      <Group gap="xs">
        <Button type="submit" loading={save.isPending} disabled={!differsFrom(addresses)}>
          {t('common.save')}
        </Button>
        {RECORDS.some((record) => defaults[record] !== '') && differsFrom(defaults) && (
          <Button variant="subtle" onClick={() => setValues(defaults)}>
            {t('connections.addresses.useDefaults')}
          </Button>
        )}
      </Group>
    </Form>
  )
}
