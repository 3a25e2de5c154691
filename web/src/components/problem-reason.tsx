/** Why a record was left out or read with an assumption, in the panel’s language; the server tells it in English. */
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client'
import { findReason } from './find-reason'
import { useKnownWords } from './known-words'

type Problem = Schemas['ImportReport']['problems'][number]

export default function ProblemReason({ field, reason }: Pick<Problem, 'field' | 'reason'>) {
  const { t } = useTranslation()
  const known = useKnownWords()
  const found = findReason(field, reason)
  const words = found && known(found.key, found.values)
  if (found === undefined || words === undefined) return reason
  if (!found.isClause) return words
  const clause = `${field} ${words}`
  return `${found.isSkipped ? t('importReasons.skipped', { clause }) : clause}.`
}
