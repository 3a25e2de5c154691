/** Gives locations a price plan: which and from when, then what that changes of their coming charges, then done. */
import { Button, Group, Modal, NumberInput, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AssignmentAsked, assignToMany, type PricePlan } from '../../api/billing'
import { networksQuery } from '../../api/places'
import { ProblemNotice } from '../../components/problem-notice'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'
import { AssignmentEffect } from './assignment-effect'
import classes from './editor.module.css'
import { LocationChoice } from './location-choice'

interface AssignToManyProps {
  readonly pricePlanId: number
  readonly name: string
  readonly plan: PricePlan
  readonly onClose: () => void
}

export function AssignToMany({ pricePlanId, name, plan, onClose }: AssignToManyProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const networks = useQuery(networksQuery)
  const [locations, setLocations] = useState<ReadonlySet<number>>(new Set())
  const [units, setUnits] = useState<Readonly<Record<string, number>>>({})
  const [from, setFrom] = useState('')
  const addOns = Object.fromEntries(Object.entries(units).filter(([, taken]) => taken > 0))
  const asked: AssignmentAsked = { pricePlanId, locations: [...locations], addOns, from }
  const preview = useMutation({ mutationFn: () => assignToMany({ ...asked, dryRun: true }) })
  const assign = useMutation({
    // from the same instant as was shown
    mutationFn: () => assignToMany({ ...asked, from: preview.data?.from ?? from, dryRun: false }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const step = assign.isSuccess ? 'done' : preview.data === undefined ? 'choose' : 'confirm'
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('planAssignment.title', { plan: name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {step === 'choose' && (
        <Form onSubmit={() => preview.mutate()}>
          <LocationChoice
            networks={networks.data ?? []}
            chosen={locations}
            onChange={setLocations}
            currency={plan.currency}
          />
          <div className={`${classes.fields} ${classes.roomy}`}>
            <TextInput
              type="datetime-local"
              label={t('yourPlan.from')}
              description={t('planAssignment.fromNote')}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            {(plan.addOns ?? []).map(({ id, name: addOn }) => (
              <NumberInput
                key={id}
                label={t('yourPlan.units', { name: addOn })}
                description={t('planAssignment.eachLocation')}
                min={0}
                max={1_000_000}
                value={units[id] ?? 0}
                onChange={(value) => setUnits({ ...units, [id]: Number(value) })}
              />
            ))}
          </div>
          <ProblemNotice error={preview.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={locations.size === 0} loading={preview.isPending}>
              {t('planAssignment.next')}
            </Button>
          </Group>
        </Form>
      )}
      {step !== 'choose' && preview.data !== undefined && (
        <Form onSubmit={() => (step === 'done' ? onClose() : assign.mutate())}>
          {step === 'done' ? (
            <Notice tone="good" title={t('planAssignment.done', { count: locations.size })} />
          ) : (
            <p style={{ margin: 0 }}>{t('planAssignment.about')}</p>
          )}
          <AssignmentEffect told={assign.data ?? preview.data} />
          <ProblemNotice error={assign.error} />
          <Group justify="flex-end" gap="xs">
            {step === 'confirm' && (
              <Button variant="subtle" onClick={() => preview.reset()}>
                {t('planAssignment.back')}
              </Button>
            )}
            <Button type="submit" loading={assign.isPending}>
              {step === 'done'
                ? t('common.close')
                : t('planAssignment.confirm', { count: preview.data.locations.length })}
            </Button>
          </Group>
        </Form>
      )}
    </Modal>
  )
}
