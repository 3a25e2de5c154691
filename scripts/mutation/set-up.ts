/** Before each test of a mutant: nothing more is asked once a test has noticed it. */
import fc from 'fast-check'
import { beforeAll, beforeEach, expect } from 'vitest'
import { ONLY_EXPLAINED } from './tests.ts'
import { found } from './warm.ts'

/** Importing is not mutated, and these bring in networks of their own. */
const ABOUT_IMPORTS = /^(the order of records|records that|a record that is never a source)/

/** These ask for no explanation. */
const ABOUT_COUNTS = /^(the count, the list and the windows|a list by source)/

fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })

function currentMutant(): string {
  return /mutant-[^/]+/.exec(expect.getState().testPath ?? '')?.[0] ?? ''
}

beforeAll(() => {
  if (found.has(currentMutant())) throw new Error('This mutant has been noticed.')
})

beforeEach(({ skip, task, onTestFailed }) => {
  const mutant = currentMutant()
  const isUnconcerned = mutant.endsWith(ONLY_EXPLAINED) && ABOUT_COUNTS.test(task.name)
  if (found.has(mutant) || isUnconcerned || ABOUT_IMPORTS.test(task.name)) skip()
  onTestFailed(() => {
    found.add(mutant)
  })
})
