/** Before each test of a mutant: nothing more is asked once a test has noticed it. */
import fc from 'fast-check'
import { beforeAll, beforeEach, expect } from 'vitest'
import { found } from './warm.ts'

/** Importing is not mutated, and these bring in networks of their own. */
const ABOUT_IMPORTS = /^(the order of records|records that|a record that is never a source)/

fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })

function currentMutant(): string {
  return /mutant-\d+/.exec(expect.getState().testPath ?? '')?.[0] ?? ''
}

beforeAll(() => {
  if (found.has(currentMutant())) throw new Error('This mutant has been noticed.')
})

beforeEach(({ skip, task, onTestFailed }) => {
  const mutant = currentMutant()
  if (found.has(mutant) || ABOUT_IMPORTS.test(task.name)) skip()
  onTestFailed(() => {
    found.add(mutant)
  })
})
