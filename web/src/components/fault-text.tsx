/** What the server refuses about a field; the words come with the first of them. */
import { lazy, type ReactNode, Suspense } from 'react'
import type { FieldProblem } from '../api/client'
import { withTexts } from '../texts/texts'

const FaultSentence = lazy(withTexts('faults', () => import('./fault-sentence')))

export function useFaultText(): (label: string, faults: readonly FieldProblem[] | undefined) => ReactNode {
  return (label, faults) =>
    faults !== undefined && (
      <Suspense>
        <FaultSentence label={label} faults={faults} />
      </Suspense>
    )
}

/** What is wrong with a password that is being typed. */
export function PasswordFaults({ faults }: { readonly faults: readonly Omit<FieldProblem, 'path'>[] }) {
  return (
    <Suspense>
      <FaultSentence faults={faults} />
    </Suspense>
  )
}
