/** The tests that judge a mutant, the cheapest and those that find most first. Imports have tests of their own. */
export const TESTS: readonly string[] = [
  'tests/stories/rules.test.ts',
  'tests/oracle/against-oracle.test.ts',
  'tests/stories/lists.test.ts',
  'tests/stories/teams.test.ts',
  'tests/stories/explanations.test.ts',
  'tests/stories/kinds-of-evidence.test.ts',
  'tests/stories/renewals.test.ts',
  'tests/stories/windows.test.ts',
  'tests/stories/suspension.test.ts',
  'tests/stories/contracts.test.ts',
  'tests/stories/bookings-and-invoices.test.ts',
  'tests/stories/published-scenarios.test.ts',
  'tests/stories/list-filters.test.ts',
  'tests/stories/history.test.ts',
  'tests/oracle/list-filters.test.ts',
]

/** Marks the folder of a mutant that an explanation alone can show. */
export const ONLY_EXPLAINED = '-explained'
const EXPLANATIONS = 'tests/stories/explanations.test.ts'

/** When a test comes to a mutant, as a text to sort by. */
export function turnOf(mutant: string, test: string): string {
  if (mutant.endsWith(ONLY_EXPLAINED) && test === EXPLANATIONS) return '00'
  return String(TESTS.indexOf(test) + 1).padStart(2, '0')
}
