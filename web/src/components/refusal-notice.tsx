/** What the server refused, in the words of the panel: those of the server are for every door, and in English. */
import { useTranslation } from 'react-i18next'
import type { Problem } from '../api/client'
import { useKnownWords } from './known-words'
import { ProblemBody, type ProblemBodyProps } from './problem-notice'

export default function RefusalNotice({ problem, ...rest }: ProblemBodyProps) {
  const { i18n } = useTranslation()
  const known = useKnownWords()
  const key = `refusals.${problem.code}`
  const what = known(`${key}.what`)
  if (what === undefined) return <ProblemBody problem={problem} {...rest} />
  const next = known(`${key}.next`) ?? problem.next
  // in English the server’s own sentence is the more exact one
  const told: Problem = { ...problem, detail: i18n.language === 'en' ? problem.detail : what, next }
  return (
    <ProblemBody
      problem={told}
      exactly={told.detail === problem.detail ? undefined : problem.detail}
      {...rest}
    />
  )
}
