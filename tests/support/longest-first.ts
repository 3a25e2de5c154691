/** Which test files begin first: the longest, so that none of them is left over when the others have ended. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those of more than a minute, the longest first. Without them here, files begin in the order of their size. */
const LONGEST = [
  'oracle/against-oracle',
  'panel/accessible',
  'imports/history',
  'doors/cli',
  'doors/samples',
  'imports/repeats',
  'assistant/questions',
  'connections/sync',
  'connections/killed',
  'panel/active-users',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files)
    return others.toSorted((a, b) => turnOf(a) - turnOf(b))
  }
}

function turnOf({ moduleId }: TestSpecification): number {
  const turn = LONGEST.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`))
  return turn === -1 ? LONGEST.length : turn
}
