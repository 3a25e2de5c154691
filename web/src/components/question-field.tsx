/** Where one asks: Enter asks, Shift and Enter begin a new line. */
import { ActionIcon } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assistantQuery } from '../api/assistant'
import classes from './question-field.module.css'

const LONGEST = 1000

interface QuestionFieldProps {
  readonly onAsk: (question: string) => void
  readonly isAsking: boolean
}

export function QuestionField({ onAsk, isAsking }: QuestionFieldProps) {
  const { t } = useTranslation()
  const model = useQuery(assistantQuery).data?.model ?? null
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  const send = () => {
    const question = text.trim()
    if (question === '' || isAsking) return
    onAsk(question)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    send()
    field.current?.focus()
  }
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <div className={classes.box}>
        <textarea
          ref={field}
          rows={1}
          value={text}
          maxLength={LONGEST}
          placeholder={t('assistant.placeholder')}
          aria-label={t('assistant.question')}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <ActionIcon
          type="submit"
          variant="filled"
          color="pine"
          size="md"
          disabled={text.trim() === '' || isAsking}
          aria-label={t('assistant.ask')}
        >
          <IconArrowUp size={17} stroke={2} />
        </ActionIcon>
      </div>
      <p className={classes.note}>
        {t('assistant.note')}
        {model !== null && ` ${t('assistant.model.note', { name: model.name, host: model.host })}`}
      </p>
    </form>
  )
}
