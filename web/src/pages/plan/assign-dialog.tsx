import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LocationBilling, pricePlansQuery } from '../../api/billing'
import { answerOf, client } from '../../api/client'
import { RequestDialog } from '../../components/request-dialog'
import { instantOf } from '../../ui/zoned-time'

interface AssignDialogProps {
  readonly billing: LocationBilling
  readonly network: number
  readonly isOpen: boolean
  readonly onClose: () => void
}

const NO_PLAN = ''

/** Gives a location a price plan with add-ons from an instant on. */
export function AssignDialog({ billing, network, ...dialog }: AssignDialogProps) {
  const { t } = useTranslation()
  const { current, location } = billing
  const plans = useQuery(pricePlansQuery)
  const [plan, setPlan] = useState(current === null ? NO_PLAN : String(current.pricePlanId))
  const [units, setUnits] = useState<Readonly<Record<string, number>>>(current?.addOns ?? {})
  const [from, setFrom] = useState('')
  const chosen = plans.data?.find(({ pricePlanId }) => String(pricePlanId) === plan)?.current
  const offered = chosen?.plan.addOns ?? []
  const addOns = Object.fromEntries(
    offered.map(({ id }) => [id, units[id] ?? 0] as const).filter(([, taken]) => taken > 0),
  )
  const path = { network: String(network), location: String(location.locationId) }
  return (
    <RequestDialog
      {...dialog}
      title={t('yourPlan.assign')}
      about={t('yourPlan.assignAbout', { location: location.name })}
      action={t('yourPlan.assign')}
      request={() =>
        answerOf(
          client.PUT('/api/v1/networks/{network}/locations/{location}/price-plan', {
            params: { path },
            body: {
              pricePlan: plan === NO_PLAN ? null : plan,
              addOns,
              ...(from !== '' && { from: instantOf(from.slice(0, 16), location.timeZone).toISOString() }),
            },
          }),
        )
      }
    >
      <NativeSelect
        label={t('yourPlan.plan')}
        value={plan}
        onChange={(event) => setPlan(event.currentTarget.value)}
        data={[
          { value: NO_PLAN, label: t('yourPlan.noPlan') },
          ...(plans.data ?? []).map(({ pricePlanId, name }) => ({ value: String(pricePlanId), label: name })),
        ]}
        data-autofocus
      />
      {offered.map(({ id, name }) => (
        <NumberInput
          key={id}
          label={t('yourPlan.units', { name })}
          min={0}
          max={1_000_000}
          value={units[id] ?? 0}
          onChange={(value) => setUnits({ ...units, [id]: Number(value) })}
        />
      ))}
      <TextInput
        type="datetime-local"
        label={t('yourPlan.from')}
        description={t('yourPlan.fromNote', { zone: location.timeZone.replaceAll('_', ' ') })}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
    </RequestDialog>
  )
}
