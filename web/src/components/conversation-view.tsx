/** What was asked and answered, and where one asks on. */
import { Loader } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerParts, AnswerView } from './answer-view'
import classes from './conversation-view.module.css'
import { ExampleQuestions } from './example-questions'
import { ProblemNotice } from './problem-notice'
import { QuestionField } from './question-field'
import { useConversation } from './use-conversation'

interface ConversationViewProps {
  readonly conversation: number | undefined
  readonly onChange: (conversation: number | undefined) => void
}

export function ConversationView(props: ConversationViewProps) {
  const { t } = useTranslation()
  const { turns, isLoading, error, question, heard, isAsking, ask, retry } = useConversation(props)
  const end = useRef<HTMLDivElement>(null)
  const said = `${turns.length} ${heard.length === 0 ? '' : heard.length}${question ?? ''}`
  useEffect(() => {
    if (said !== '0 ') end.current?.scrollIntoView({ block: 'nearest' })
  }, [said])
  const isNew = turns.length === 0 && question === undefined && !isLoading && error === null
  return (
    <div className={classes.view}>
      <div
        className={classes.said}
        role="log"
        aria-label={t('assistant.conversation')}
        aria-busy={isLoading || isAsking}
      >
        {isNew && <ExampleQuestions onAsk={ask} />}
        {isLoading && <Loader size="sm" aria-label={t('common.loading')} />}
        {turns.map((turn) => (
          <div key={turn.askedAt} className={classes.turn}>
            <Question text={turn.question} />
            <AnswerView answer={turn.answer} onAsk={ask} isAsking={isAsking} />
          </div>
        ))}
        {question !== undefined && <Question text={question} />}
        {heard.length > 0 && <AnswerParts parts={heard} onAsk={ask} isAsking />}
        {isAsking && (
          <p className={classes.thinking}>
            <Loader size="xs" type="dots" aria-hidden />
            {t('assistant.looking')}
          </p>
        )}
        <ProblemNotice error={error} onRetry={retry} />
        <div ref={end} className={classes.end} />
      </div>
      <QuestionField onAsk={ask} isAsking={isAsking} />
    </div>
  )
}

function Question({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  return (
    <p className={classes.question}>
      <span className="unseen">{t('assistant.youAsked')} </span>
      {text}
    </p>
  )
}
