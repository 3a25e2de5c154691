/** A fault of a field in the panel’s words, behind the name of the field; in the server’s where it has no code. */
import type { FieldProblem } from '../api/client'
import { useKnownWords } from './known-words'

export function useFaultWords(): (fault: Omit<FieldProblem, 'path'>) => string {
  const known = useKnownWords()
  return ({ code, values, message }) => known(`faults.${code}`, values) ?? message
}
