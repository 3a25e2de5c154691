import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocationBilling } from '../../api/billing'
import { answerOf, client } from '../../api/client'
import { RequestDialog } from '../../components/request-dialog'

const STEPS = ['month', 'quarter', 'year'] as const
type Step = (typeof STEPS)[number]

interface AnchorDialogProps {
  readonly billing: LocationBilling
  readonly network: number
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** When a location is invoiced, on its own clock. */
export function AnchorDialog({ billing, network, ...dialog }: AnchorDialogProps) {
  const { t } = useTranslation()
  const { anchor, location } = billing
  const [startsOn, setStartsOn] = useState(anchor?.startsOn ?? '')
  const [localTime, setLocalTime] = useState(anchor?.localTime ?? '03:00')
  const [every, setEvery] = useState<Step>(anchor?.every ?? 'month')
  const path = { network: String(network), location: String(location.locationId) }
  return (
    <RequestDialog
      {...dialog}
      title={t('yourPlan.setAnchor')}
      about={t('yourPlan.anchorAbout', { zone: location.timeZone.replaceAll('_', ' ') })}
      action={t('common.save')}
      request={() =>
        answerOf(
          client.PUT('/api/v1/networks/{network}/locations/{location}/billing-anchor', {
            params: { path },
            body: { startsOn, localTime, every },
          }),
        )
      }
    >
      <TextInput
        type="date"
        label={t('yourPlan.firstCutOff')}
        value={startsOn}
        onChange={(event) => setStartsOn(event.currentTarget.value)}
        required
        data-autofocus
      />
      <TextInput
        type="time"
        label={t('yourPlan.localTime')}
        value={localTime}
        onChange={(event) => setLocalTime(event.currentTarget.value)}
        required
      />
      <NativeSelect
        label={t('yourPlan.every')}
        value={every}
        onChange={(event) => setEvery(STEPS.find((one) => one === event.currentTarget.value) ?? 'month')}
        data={STEPS.map((value) => ({ value, label: t(`yourPlan.steps.${value}`) }))}
      />
    </RequestDialog>
  )
}
