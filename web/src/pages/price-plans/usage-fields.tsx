/** What active users cost: by tiers, of which each begins where the one before ends, or by packages. */
import { Button, Checkbox, Radio, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../components/format'
import { Card } from '../../ui/card'
import { MODELS, type Model, newKey, type TierDraft } from './draft'
import { bindText, type Editing, withRow } from './editing'
import classes from './editor.module.css'
import { AmountField, CountField } from './plan-fields'
import { RemoveRow } from './row-button'

interface UsageFieldsProps {
  readonly editing: Editing
}

export function UsageFields({ editing }: UsageFieldsProps) {
  const { t } = useTranslation()
  const { draft, change } = editing
  return (
    <Card title={t('planEditor.usage')}>
      <div className={classes.group}>
        <Radio.Group
          label={t('planEditor.model')}
          value={draft.model}
          onChange={(model) => change({ model: model as Model })}
        >
          <Stack gap={10} mt={8}>
            {MODELS.map((model) => (
              <Radio
                key={model}
                value={model}
                label={t(`planEditor.models.${model}.name`)}
                description={t(`planEditor.models.${model}.about`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {draft.model === 'package' && <PackageFields editing={editing} />}
        {(draft.model === 'graduated' || draft.model === 'volume') && <Tiers editing={editing} />}
      </div>
    </Card>
  )
}

function PackageFields({ editing }: UsageFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.fields}>
      <CountField label={t('planEditor.size')} required {...bindText(editing, 'size', 'usage/size')} />
      <AmountField
        label={t('planEditor.price')}
        currency={editing.draft.currency}
        required
        {...bindText(editing, 'price', 'usage/price')}
      />
      <CountField label={t('planEditor.free')} {...bindText(editing, 'free', 'usage/free')} />
    </div>
  )
}

function Tiers({ editing }: UsageFieldsProps) {
  const { t } = useTranslation()
  const { draft, change, faults } = editing
  const { tiers } = draft
  return (
    <>
      <div>
        <div className={`${classes.head} ${classes.tier}`} aria-hidden>
          <span>{t('planEditor.tierFrom')}</span>
          <span>{t('planEditor.tierUntil')}</span>
          <span>{t('planEditor.unitPrice')}</span>
          <span>{t('planEditor.flatFee')}</span>
        </div>
        <ol className={classes.rows} aria-label={t('planWords.tiers')}>
          {tiers.map((tier, at) => (
            <Tier key={tier.key} editing={editing} tier={tier} at={at} />
          ))}
        </ol>
        {faults['usage/tiers'] !== undefined && <p className={classes.hint}>{faults['usage/tiers']}</p>}
      </div>
      <Button
        className={classes.add}
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => change({ tiers: withOneMore(tiers) })}
      >
        {t('planEditor.addTier')}
      </Button>
      <Checkbox
        label={t('planEditor.chargesZero')}
        description={t('planEditor.chargesZeroAbout')}
        checked={draft.chargesZero}
        onChange={(event) => change({ chargesZero: event.currentTarget.checked })}
      />
    </>
  )
}

/** The last is open, so a further one comes after it and it ends where that begins. */
function withOneMore(tiers: readonly TierDraft[]): readonly TierDraft[] {
  return [...tiers, { key: newKey(), until: '', unitPrice: '', flatFee: '' }]
}

interface TierProps extends UsageFieldsProps {
  readonly tier: TierDraft
  readonly at: number
}

function Tier({ editing, tier, at }: TierProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { draft, change, faults } = editing
  const { tiers, included } = draft
  const isLast = at === tiers.length - 1
  const before = Number(at === 0 ? included : tiers[at - 1]?.until || Number.NaN)
  const place = `usage/tiers/${at}`
  const name = (field: string) => t('planEditor.ofTier', { field, tier: number(at + 1) })
  const bind = (field: 'until' | 'unitPrice' | 'flatFee') => ({
    value: tier[field],
    error: faults[`${place}/${field === 'until' ? 'upTo' : field}`],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      change({ tiers: withRow(tiers, tier.key, { [field]: value }) }),
  })
  return (
    <li className={`${classes.row} ${classes.tier}`}>
      <span className={classes.from}>{Number.isNaN(before) ? '…' : number(before + 1)}</span>
      {isLast ? (
        <span className={classes.open}>{t('planEditor.open')}</span>
      ) : (
        <CountField aria-label={name(t('planEditor.tierUntil'))} {...bind('until')} />
      )}
      <CountField inputMode="decimal" aria-label={name(t('planEditor.unitPrice'))} {...bind('unitPrice')} />
      <CountField inputMode="decimal" aria-label={name(t('planEditor.flatFee'))} {...bind('flatFee')} />
      {tiers.length > 1 && (
        <RemoveRow
          label={t('planEditor.removeTier', { tier: number(at + 1) })}
          onRemove={() => change({ tiers: tiers.filter(({ key }) => key !== tier.key) })}
        />
      )}
    </li>
  )
}
