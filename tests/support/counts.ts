/** How often a test does what it does: a little in every run, a lot in `npm run test:crash`. */
export const IS_CRASH_RUN = process.env.HEADCOUNT_TEST_CRASHES !== undefined

/** @param variable names another number */
export function countOf(
  variable: string,
  numbers: { readonly usually: number; readonly inCrashRun: number },
) {
  return Number(process.env[variable] ?? (IS_CRASH_RUN ? numbers.inCrashRun : numbers.usually))
}
