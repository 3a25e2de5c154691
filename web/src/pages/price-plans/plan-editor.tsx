/** The form of a price plan. The server checks and prices it as it is typed, and says at each field what is wrong. */
import { Button, Group, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PricePlan, pricePreviewQuery } from '../../api/billing'
import { answerOf, client, hasCode } from '../../api/client'
import { PlanDescription } from '../../components/plan-description'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { Form } from '../../ui/form'
import { Notice } from '../../ui/notice'
import { AddOnFields, DiscountFields } from './add-on-fields'
import { DocumentButtons, ImportButton, ImportFaults, useImport } from './document-buttons'
import { draftOf, type PlanDraft, planOf } from './draft'
import classes from './editor.module.css'
import { type Faults, useFaults } from './faults'
import { BaseFeeFields, BoundFields, NameFields } from './plan-fields'
import { PlanPreview, PreviewBar, type PreviewChosen } from './plan-preview'
import { UsageFields } from './usage-fields'

interface PlanEditorProps {
  readonly plan: PricePlan
  /** Absent for a new one. */
  readonly pricePlanId?: number
  readonly children?: ReactNode
}

const TYPING_MS = 300
const FIRST_COUNT = 120

export function PlanEditor({ plan: kept, pricePlanId, children }: PlanEditorProps) {
  const { t } = useTranslation()
  const isNew = pricePlanId === undefined
  const [draft, setDraft] = useState(() => draftOf(kept))
  const [validFrom, setValidFrom] = useState('')
  const [chosen, setChosen] = useState<PreviewChosen>({ count: FIRST_COUNT, addOns: {} })
  const checked = useChecked(draft, isNew)
  const save = useSave(pricePlanId)
  const form = useRef<HTMLDivElement>(null)
  const reading = useImport((read) => setDraft(draftOf(isNew ? read : { ...read, name: kept.name })))
  const taken = hasCode(save.error, 'PRICE_PLAN_TAKEN') ? { name: t('planEditor.nameTaken') } : undefined
  const editing = {
    draft,
    change: (part: Partial<PlanDraft>) => {
      setDraft((before) => ({ ...before, ...part }))
      if (save.isError) save.reset()
    },
    faults: { ...checked.faults, ...useFaults(save.error), ...taken } as Faults,
  }
  const hasFaults = Object.keys(editing.faults).length > 0
  useEffect(() => {
    if (save.isError) focusFault(form.current)
  }, [save.isError])
  const submit = () =>
    hasFaults ? focusFault(form.current) : save.mutate({ plan: planOf(draft), validFrom })
  return (
    <div className={classes.columns}>
      <div className={classes.stack} ref={form}>
        <Form onSubmit={submit} label={t('planEditor.form')} gap={24}>
          <Group gap="xs">
            <ImportButton reading={reading} />
            <DocumentButtons plan={planOf(draft)} fileName={`${draft.name || 'price-plan'}.json`} />
          </Group>
          <ImportFaults reading={reading} />
          <NameFields editing={editing} isNew={isNew} />
          <BaseFeeFields editing={editing} />
          <UsageFields editing={editing} />
          <BoundFields editing={editing} />
          <AddOnFields editing={editing} />
          <DiscountFields editing={editing} />
          <Card title={t('pricePlans.inWords')}>
            <PlanDescription plan={checked.good} />
          </Card>
          <Card title={t(isNew ? 'planEditor.keep' : 'pricePlans.addVersion')}>
            <div className={classes.group}>
              <TextInput
                type="datetime-local"
                label={t('pricePlans.validFrom')}
                description={t('pricePlans.validFromNote')}
                maw={320}
                value={validFrom}
                onChange={(event) => setValidFrom(event.currentTarget.value)}
              />
              {taken === undefined && <ProblemNotice error={save.error} />}
              {save.data?.hasChanges === false && <Notice tone="info">{t('pricePlans.unchanged')}</Notice>}
              {hasFaults && <p className={classes.hint}>{t('planEditor.hasFaults')}</p>}
              <Button type="submit" className={classes.add} loading={save.isPending}>
                {t(isNew ? 'pricePlans.make' : 'pricePlans.addVersion')}
              </Button>
            </div>
          </Card>
        </Form>
        {children}
        <PreviewBar plan={checked.good} chosen={chosen} />
      </div>
      <div className={classes.preview} id="preview">
        <PlanPreview
          plan={checked.good}
          isStale={Object.keys(checked.faults).length > 0}
          chosen={chosen}
          onChoose={setChosen}
        />
      </div>
    </div>
  )
}

/** What the server says of the draft once typing rests, and the last plan with which nothing was wrong. */
function useChecked(draft: PlanDraft, isNew: boolean) {
  const [settled] = useDebouncedValue(draft, TYPING_MS)
  const plan = useMemo(() => planOf(settled), [settled])
  // a new one has no name yet, and is drawn all the same
  const named = useMemo(() => (isNew && plan.name === '' ? { ...plan, name: '–' } : plan), [plan, isNew])
  const check = useQuery(pricePreviewQuery({ plan: named, count: 0 }))
  const [good, setGood] = useState(named)
  if (check.isSuccess && !check.isPlaceholderData && good !== named) setGood(named)
  const faults = useFaults(check.error)
  return { good, faults }
}

function focusFault(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
}

function useSave(pricePlanId: number | undefined) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ plan, validFrom }: { readonly plan: PricePlan; readonly validFrom: string }) => {
      const body = { plan, ...(validFrom !== '' && { validFrom: new Date(validFrom).toISOString() }) }
      return answerOf(
        pricePlanId === undefined
          ? client.POST('/api/v1/price-plans', { body })
          : client.POST('/api/v1/price-plans/{pricePlan}/versions', {
              params: { path: { pricePlan: String(pricePlanId) } },
              body,
            }),
      )
    },
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries()
      void navigate({ to: '/price-plans/$pricePlan', params: { pricePlan: String(saved.pricePlanId) } })
    },
  })
}
