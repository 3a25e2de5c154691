/** Which columns (the e-mail stands under the name unless rows are dense) the table has and how dense it is; remembered by the browser. */
import { useLocalStorage } from '@mantine/hooks'

export const COLUMNS = ['email', 'company', 'kind', 'sources', 'teams', 'since'] as const
export type Column = (typeof COLUMNS)[number]
export type Density = 'relaxed' | 'dense'

export interface ShownColumns {
  readonly shown: readonly Column[]
  readonly density: Density
  toggle(column: Column): void
  setDensity(density: Density): void
}

export function useShownColumns(): ShownColumns {
  const [hidden, setHidden] = useLocalStorage<Column[]>({
    key: 'headcount-hidden-columns',
    defaultValue: ['email', 'kind', 'teams'],
    getInitialValueInEffect: false,
  })
  const [density, setDensity] = useLocalStorage<Density>({
    key: 'headcount-density',
    defaultValue: 'relaxed',
    getInitialValueInEffect: false,
  })
  return {
    shown: COLUMNS.filter((column) => !hidden.includes(column)),
    density,
    toggle: (column) =>
      setHidden(hidden.includes(column) ? hidden.filter((one) => one !== column) : [...hidden, column]),
    setDensity,
  }
}
