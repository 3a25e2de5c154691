/** All that is wrong with a field, as a sentence that begins with its name. */
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../api/client'
import { useFaultWords } from './fault-words'

interface FaultSentenceProps {
  /** The name of the field; without one it is the password. */
  readonly label?: string
  readonly faults: readonly Omit<FieldProblem, 'path'>[]
}

export default function FaultSentence({ label, faults }: FaultSentenceProps) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const fault = faults.map(words).join('; ')
  return label === undefined ? t('fields.passwordFault', { fault }) : t('fields.fault', { label, fault })
}
