/** What a plan is called, its base fee, its bounds and its tax. */
import { NativeSelect, Textarea, TextInput, type TextInputProps } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { locale } from '../../texts/texts'
import { Card } from '../../ui/card'
import { bindText, type Editing } from './editing'
import classes from './editor.module.css'

interface FieldsProps {
  readonly editing: Editing
}

/** An amount in the plan’s currency, which stands before it. */
export function AmountField({ currency, ...field }: TextInputProps & { readonly currency: string }) {
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      leftSection={<span className="figures">{currency}</span>}
      leftSectionWidth={52}
      {...field}
    />
  )
}

export function CountField(field: TextInputProps) {
  return <TextInput inputMode="numeric" autoComplete="off" {...field} />
}

/** @param isNew a plan keeps its name */
export function NameFields({ editing, isNew }: FieldsProps & { readonly isNew: boolean }) {
  const { t, i18n } = useTranslation()
  const currencies = useMemo(() => currencyChoices(locale(i18n.language)), [i18n.language])
  const { draft, change, faults } = editing
  return (
    <Card title={t('planEditor.general')}>
      <div className={`${classes.fields} ${classes.general}`}>
        <TextInput
          label={t('planEditor.name')}
          description={isNew ? undefined : t('planEditor.nameKept')}
          readOnly={!isNew}
          required
          {...bindText(editing, 'name', 'name')}
        />
        <NativeSelect
          label={t('planEditor.currency')}
          data={currencies}
          value={draft.currency}
          error={faults.currency}
          onChange={(event) => change({ currency: event.currentTarget.value })}
        />
        <Textarea
          className={classes.whole}
          label={t('planEditor.note')}
          description={t('planEditor.noteAbout')}
          autosize
          minRows={1}
          maxRows={5}
          {...bindText(editing, 'note', 'note')}
        />
      </div>
    </Card>
  )
}

function currencyChoices(language: string) {
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value}, ${names.of(value) ?? value}`,
  }))
}

export function BaseFeeFields({ editing }: FieldsProps) {
  const { t } = useTranslation()
  const { draft, change, faults } = editing
  return (
    <Card title={t('planEditor.baseFeeTitle')} description={t('planEditor.baseFeeAbout')}>
      <div className={classes.fields}>
        <AmountField
          label={t('planEditor.baseFee')}
          currency={draft.currency}
          {...bindText(editing, 'baseFee', 'baseFee')}
        />
        <CountField
          label={t('planEditor.included')}
          {...bindText(editing, 'included', 'includedActiveUsers')}
        />
        <CountField
          label={t('planEditor.freeBelow')}
          {...bindText(editing, 'freeBelow', 'freeBelow/activeUsers')}
        />
        {draft.freeBelow !== '' && draft.addOns.length > 0 && (
          <NativeSelect
            label={t('planEditor.unlessAddOn')}
            error={faults['freeBelow/unlessAddOn']}
            data={[
              { value: '', label: t('planEditor.noAddOn') },
              ...draft.addOns.map(({ key, name, id }) => ({ value: key, label: name === '' ? id : name })),
            ]}
            value={draft.unlessAddOn}
            onChange={(event) => change({ unlessAddOn: event.currentTarget.value })}
          />
        )}
      </div>
    </Card>
  )
}

export function BoundFields({ editing }: FieldsProps) {
  const { t } = useTranslation()
  const { currency } = editing.draft
  return (
    <Card title={t('planEditor.bounds')} description={t('planEditor.boundsAbout')}>
      <div className={classes.fields}>
        <AmountField
          label={t('planEditor.minimum')}
          currency={currency}
          {...bindText(editing, 'minimum', 'minimum')}
        />
        <AmountField
          label={t('planEditor.maximum')}
          currency={currency}
          {...bindText(editing, 'maximum', 'maximum')}
        />
        <TextInput
          label={t('planEditor.tax')}
          inputMode="decimal"
          autoComplete="off"
          rightSection="%"
          {...bindText(editing, 'taxPercent', 'taxPercent')}
        />
      </div>
    </Card>
  )
}
