/** What is supposed, as the address of the page holds it: ids with commas between them. */
import type { Supposed } from '../../api/forecasts'

export type ForecastSearch = {
  suspend?: string | undefined
  cancel?: string | undefined
  leave?: string | undefined
}
export type Change = keyof ForecastSearch
export const CHANGES = ['suspend', 'cancel', 'leave'] as const satisfies readonly Change[]

const MOST_LETTERS = 2000

export function readForecastSearch(given: Record<string, unknown>): ForecastSearch {
  return Object.fromEntries(
    CHANGES.filter((change) => given[change] !== undefined && String(given[change]) !== '').map((change) => [
      change,
      String(given[change]).slice(0, MOST_LETTERS),
    ]),
  )
}

export function namesOf(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(',')
}

export function supposedOf({ suspend, cancel, leave }: ForecastSearch): Supposed {
  return { suspend: namesOf(suspend), cancelContracts: namesOf(cancel), leaveTeams: namesOf(leave) }
}

export function isNothing(supposed: Supposed): boolean {
  return Object.values(supposed).every((names) => names.length === 0)
}

/** With one name more, or without it where it stands there. */
export function toggled(text: string | undefined, name: string): string | undefined {
  const names = namesOf(text)
  const left = names.includes(name) ? names.filter((one) => one !== name) : [...names, name]
  return left.length === 0 ? undefined : left.join(',')
}
