/** A plan while it is typed: the draft, how a part of it is changed, and what is wrong with a field. */
import type { ChangeEvent } from 'react'
import type { PlanDraft } from './draft'
import type { Faults } from './faults'

export interface Editing {
  readonly draft: PlanDraft
  readonly change: (part: Partial<PlanDraft>) => void
  readonly faults: Faults
}

type TextName = { [Name in keyof PlanDraft]: PlanDraft[Name] extends string ? Name : never }[keyof PlanDraft]

/** Binds a text of the draft to a control. @param place where it stands in the document */
export function bindText({ draft, change, faults }: Editing, name: TextName, place: string) {
  return {
    value: draft[name],
    error: faults[place],
    onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      change({ [name]: value }),
  }
}

/** The rows with one of them changed. */
export function withRow<Row extends { readonly key: string }>(
  rows: readonly Row[],
  key: string,
  part: Partial<Row>,
): readonly Row[] {
  return rows.map((row) => (row.key === key ? { ...row, ...part } : row))
}
