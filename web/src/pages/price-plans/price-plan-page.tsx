/** One price plan, or a new one: its document, what it says, its curve and its versions. */
import { Badge, Button, FileButton, Skeleton, Stack, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PricePlan, type PricePlanVersion, pricePlanQuery } from '../../api/billing'
import { answerOf, client, problemOf } from '../../api/client'
import { useFormat } from '../../components/format'
import { PlanCurve } from '../../components/plan-curve'
import { PlanDescription } from '../../components/plan-description'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { ItemList } from '../../ui/item-list'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { saveFile } from '../../ui/save-file'
import { EXAMPLE, readPlan } from './plan-document'

const route = getRouteApi('/panel/price-plans/$pricePlan')
const TYPING_MS = 400

export function PricePlanPage() {
  const { t } = useTranslation()
  const { pricePlan } = route.useParams()
  const isNew = pricePlan === 'new'
  const kept = useQuery({ ...pricePlanQuery(pricePlan), enabled: !isNew })
  if (isNew) return <Editor key="new" title={t('pricePlans.make')} plan={EXAMPLE} versions={[]} />
  const newest = kept.data?.versions[0]
  return kept.data === undefined || newest === undefined ? (
    <Page title={t('navigation.pricePlans')}>
      <ProblemNotice error={kept.error} onRetry={() => void kept.refetch()} />
      {kept.error === null && <Skeleton h={320} radius="lg" aria-busy="true" />}
    </Page>
  ) : (
    <Editor
      key={`${pricePlan} ${newest.version}`}
      title={kept.data.name}
      plan={newest.plan}
      versions={kept.data.versions}
      pricePlanId={kept.data.pricePlanId}
    />
  )
}

interface EditorProps {
  readonly title: string
  readonly plan: PricePlan
  readonly versions: readonly PricePlanVersion[]
  readonly pricePlanId?: number
}

function Editor({ title, plan, versions, pricePlanId }: EditorProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(() => JSON.stringify(plan, null, 2))
  const [validFrom, setValidFrom] = useState('')
  const [settled] = useDebouncedValue(text, TYPING_MS)
  const read = readPlan(settled)
  const save = useSave(pricePlanId)
  const take = (file: File | null) => void file?.text().then(setText)
  return (
    <Page
      title={title}
      crumbs={[t('navigation.pricePlans')]}
      actions={
        <>
          <FileButton onChange={take} accept="application/json,.json">
            {(props) => (
              <Button variant="default" {...props}>
                {t('pricePlans.import')}
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            onClick={() => saveFile(new Blob([text], { type: 'application/json' }), `${title}.json`)}
          >
            {t('pricePlans.export')}
          </Button>
        </>
      }
    >
      <Card title={t('pricePlans.document')} description={t('pricePlans.documentAbout')}>
        <Stack>
          <Textarea
            aria-label={t('pricePlans.document')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={10}
            maxRows={28}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            error={read === null ? t('pricePlans.unreadable') : undefined}
          />
          <TextInput
            type="datetime-local"
            label={t('pricePlans.validFrom')}
            description={t('pricePlans.validFromNote')}
            value={validFrom}
            onChange={(event) => setValidFrom(event.currentTarget.value)}
          />
          <ProblemNotice error={save.error} />
          {save.error !== null && <Faults error={save.error} />}
          {save.data?.hasChanges === false && <Notice tone="info">{t('pricePlans.unchanged')}</Notice>}
          <Button
            style={{ alignSelf: 'flex-start' }}
            disabled={readPlan(text) === null}
            loading={save.isPending}
            onClick={() => {
              const document = readPlan(text)
              if (document !== null) save.mutate({ plan: document, validFrom })
            }}
          >
            {t(pricePlanId === undefined ? 'pricePlans.make' : 'pricePlans.addVersion')}
          </Button>
        </Stack>
      </Card>
      {read !== null && (
        <>
          <Card title={t('pricePlans.preview')}>
            <PlanCurve plan={read} />
          </Card>
          <Card title={t('pricePlans.inWords')}>
            <PlanDescription plan={read} />
          </Card>
        </>
      )}
      <Versions versions={versions} />
    </Page>
  )
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

/** Each part that was refused, by its place in the document. */
function Faults({ error }: { readonly error: unknown }) {
  const faults = problemOf(error).errors ?? []
  if (faults.length === 0) return null
  return (
    <ul style={{ margin: 0 }}>
      {faults.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <code>{path}</code> {message}
        </li>
      ))}
    </ul>
  )
}

function Versions({ versions }: { readonly versions: readonly PricePlanVersion[] }) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  if (versions.length === 0) return null
  return (
    <Card title={t('pricePlans.versions')}>
      <ItemList>
        {versions.map(({ version, validFrom, createdAt }, at) => (
          <ItemList.Item
            key={version}
            title={t('yourPlan.version', { version })}
            note={
              validFrom === null
                ? t('pricePlans.always')
                : t('pricePlans.from', { instant: instant(validFrom) })
            }
            action={<Badge variant="default">{at === 0 ? t('pricePlans.newest') : instant(createdAt)}</Badge>}
          />
        ))}
      </ItemList>
    </Card>
  )
}
