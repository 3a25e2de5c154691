/** Why a record was left out or read with an assumption, in the panel’s language; in the server’s where it has no code. */
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client'
import { useKnownWords } from './known-words'

type Problem = Schemas['ImportReport']['problems'][number]

export default function ProblemReason({
  problem: { field, code, values, reason, severity },
}: {
  readonly problem: Problem
}) {
  const { t } = useTranslation()
  const known = useKnownWords()
  const sentence = known(`importReasons.sentences.${code}`, values)
  if (sentence !== undefined) return sentence
  const words = known(`importReasons.clauses.${code}`, values)
  if (words === undefined) return reason
  const clause = `${field} ${words}`
  return `${severity === 'skipped' ? t('importReasons.skipped', { clause }) : clause}.`
}
