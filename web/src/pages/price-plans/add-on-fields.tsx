/** What a location may take in addition, and what is taken off. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card'
import {
  ADD_ON_KINDS,
  type AddOnDraft,
  DISCOUNT_KINDS,
  type DiscountDraft,
  idOf,
  newKey,
  type PlanDraft,
} from './draft'
import { type Editing, withRow } from './editing'
import classes from './editor.module.css'
import { AmountField } from './plan-fields'
import { RemoveRow } from './row-button'

interface FieldsProps {
  readonly editing: Editing
}

export function AddOnFields({ editing }: FieldsProps) {
  const { t } = useTranslation()
  const { addOns } = editing.draft
  const more = {
    ...{ key: newKey(), id: '', isIdTyped: false, name: '' },
    kind: 'fixed',
    amount: '',
  } as const
  return (
    <Card title={t('planEditor.addOns')} description={t('planEditor.addOnsAbout')}>
      <div className={classes.group}>
        {addOns.length > 0 && (
          <ol className={classes.rows} aria-label={t('planEditor.addOns')}>
            {addOns.map((addOn, at) => (
              <AddOnRow key={addOn.key} editing={editing} addOn={addOn} at={at} />
            ))}
          </ol>
        )}
        <AddButton
          label={t('planEditor.addAddOn')}
          onAdd={() => editing.change({ addOns: [...addOns, more] })}
        />
      </div>
    </Card>
  )
}

function AddOnRow({ editing, addOn, at }: FieldsProps & { readonly addOn: AddOnDraft; readonly at: number }) {
  const { t } = useTranslation()
  const { draft, change, faults } = editing
  const place = `addOns/${at}`
  const set = (part: Partial<AddOnDraft>) => change({ addOns: withRow(draft.addOns, addOn.key, part) })
  const label = (field: string) => t('planEditor.ofAddOn', { field, row: at + 1 })
  return (
    <li className={`${classes.row} ${classes.addOn}`}>
      <TextInput
        label={t('planEditor.name')}
        aria-label={label(t('planEditor.name'))}
        value={addOn.name}
        error={faults[`${place}/name`]}
        onChange={({ currentTarget: { value: name } }) =>
          set({ name, ...(!addOn.isIdTyped && { id: idOf(name) }) })
        }
      />
      <TextInput
        label={t('planEditor.id')}
        aria-label={label(t('planEditor.id'))}
        value={addOn.id}
        error={faults[`${place}/id`]}
        onChange={({ currentTarget: { value: id } }) => set({ id, isIdTyped: true })}
      />
      <NativeSelect
        label={t('planEditor.kind')}
        aria-label={label(t('planEditor.kind'))}
        data={ADD_ON_KINDS.map((value) => ({ value, label: t(`planEditor.addOnKinds.${value}`) }))}
        value={addOn.kind}
        onChange={({ currentTarget: { value } }) =>
          set({ kind: ADD_ON_KINDS.find((kind) => kind === value) ?? 'fixed' })
        }
      />
      <AmountField
        currency={draft.currency}
        label={t('planEditor.amount')}
        aria-label={label(t('planEditor.amount'))}
        value={addOn.amount}
        error={faults[`${place}/fee`] ?? faults[`${place}/unitPrice`]}
        onChange={({ currentTarget: { value: amount } }) => set({ amount })}
      />
      <RemoveRow
        label={t('planEditor.removeAddOn', { row: at + 1 })}
        onRemove={() => change(withoutAddOn(draft, addOn.key))}
      />
    </li>
  )
}

/** With it goes what was said of it elsewhere. */
function withoutAddOn({ addOns, unlessAddOn }: PlanDraft, gone: string): Partial<PlanDraft> {
  return {
    addOns: addOns.filter(({ key }) => key !== gone),
    ...(unlessAddOn === gone && { unlessAddOn: '' }),
  }
}

export function DiscountFields({ editing }: FieldsProps) {
  const { t } = useTranslation()
  const { discounts } = editing.draft
  const more = { key: newKey(), name: '', kind: 'percentage', amount: '' } as const
  return (
    <Card title={t('planEditor.discounts')} description={t('planEditor.discountsAbout')}>
      <div className={classes.group}>
        {discounts.length > 0 && (
          <ol className={classes.rows} aria-label={t('planEditor.discounts')}>
            {discounts.map((discount, at) => (
              <DiscountRow key={discount.key} editing={editing} discount={discount} at={at} />
            ))}
          </ol>
        )}
        <AddButton
          label={t('planEditor.addDiscount')}
          onAdd={() => editing.change({ discounts: [...discounts, more] })}
        />
      </div>
    </Card>
  )
}

function DiscountRow({
  editing,
  discount,
  at,
}: FieldsProps & { readonly discount: DiscountDraft; readonly at: number }) {
  const { t } = useTranslation()
  const { draft, change, faults } = editing
  const place = `discounts/${at}`
  const set = (part: Partial<DiscountDraft>) =>
    change({ discounts: withRow(draft.discounts, discount.key, part) })
  const label = (field: string) => t('planEditor.ofDiscount', { field, row: at + 1 })
  return (
    <li className={`${classes.row} ${classes.discount}`}>
      <TextInput
        label={t('planEditor.name')}
        aria-label={label(t('planEditor.name'))}
        value={discount.name}
        error={faults[`${place}/name`]}
        onChange={({ currentTarget: { value: name } }) => set({ name })}
      />
      <NativeSelect
        label={t('planEditor.kind')}
        aria-label={label(t('planEditor.kind'))}
        data={DISCOUNT_KINDS.map((value) => ({ value, label: t(`planEditor.discountKinds.${value}`) }))}
        value={discount.kind}
        onChange={({ currentTarget: { value } }) =>
          set({ kind: DISCOUNT_KINDS.find((kind) => kind === value) ?? 'percentage' })
        }
      />
      <AmountField
        currency={discount.kind === 'percentage' ? '%' : draft.currency}
        label={t('planEditor.amount')}
        aria-label={label(t('planEditor.amount'))}
        value={discount.amount}
        error={faults[`${place}/percent`] ?? faults[`${place}/amount`]}
        onChange={({ currentTarget: { value: amount } }) => set({ amount })}
      />
      <RemoveRow
        label={t('planEditor.removeDiscount', { row: at + 1 })}
        onRemove={() => change({ discounts: draft.discounts.filter(({ key }) => key !== discount.key) })}
      />
    </li>
  )
}

function AddButton({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  return (
    <Button
      className={classes.add}
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={onAdd}
    >
      {label}
    </Button>
  )
}
