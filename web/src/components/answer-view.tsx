/** An answer: figures lead to the views that show them, sentences about rules to their passages. */
import { Button } from '@mantine/core'
import { IconArrowRight, IconBook2 } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, AnswerPart, AnswerSegment } from '../api/assistant'
import classes from './answer-view.module.css'

interface AnswerViewProps {
  readonly answer: Answer
  readonly onAsk: (question: string) => void
  /** A question is under way. */
  readonly isAsking: boolean
}

export function AnswerView({ answer, onAsk, isAsking }: AnswerViewProps) {
  const { t } = useTranslation()
  return (
    <div lang={answer.language}>
      <AnswerParts parts={answer.parts} onAsk={onAsk} isAsking={isAsking} />
      {answer.by === 'model' && <p className={classes.by}>{t('assistant.model.by')}</p>}
    </div>
  )
}

interface AnswerPartsProps extends Omit<AnswerViewProps, 'answer'> {
  readonly parts: readonly AnswerPart[]
}

/** An answer, or what has come of it. */
export function AnswerParts({ parts, onAsk, isAsking }: AnswerPartsProps) {
  return (
    <div className={classes.answer}>
      {numbered(parts).map(([key, part]) => (
        <Part key={key} part={part} onAsk={onAsk} isAsking={isAsking} />
      ))}
    </div>
  )
}

/** What is drawn once and stays as it is may be told apart by its place. */
function numbered<Item>(items: readonly Item[]): (readonly [key: string, item: Item])[] {
  return items.map((item, at) => [String(at), item])
}

interface PartProps extends Omit<AnswerViewProps, 'answer'> {
  readonly part: AnswerPart
}

function Part({ part, onAsk, isAsking }: PartProps) {
  switch (part.kind) {
    case 'sentence':
      return (
        <p>
          <Line segments={part.segments} />
        </p>
      )
    case 'list':
      return (
        <ul className={classes.list}>
          {numbered(part.items).map(([key, item]) => (
            <li key={key}>
              <Line segments={item} />
            </li>
          ))}
        </ul>
      )
    case 'passages':
      return <Passages passages={part.passages} />
    case 'action':
      return (
        <OwnLink href={part.href} className={classes.action}>
          {part.label}
          <IconArrowRight size={15} stroke={1.8} aria-hidden />
        </OwnLink>
      )
    case 'choices':
      return (
        <div className={classes.choices}>
          {part.choices.map(({ label, question }) => (
            <Button
              key={question}
              variant="default"
              size="xs"
              disabled={isAsking}
              onClick={() => onAsk(question)}
            >
              {label}
            </Button>
          ))}
        </div>
      )
  }
}

function Line({ segments }: { readonly segments: readonly AnswerSegment[] }) {
  return numbered(segments).map(([key, { text, href, value }]) =>
    href === undefined ? (
      <span key={key}>{text}</span>
    ) : (
      <OwnLink key={key} href={href} className={value === undefined ? undefined : classes.figure}>
        {text}
      </OwnLink>
    ),
  )
}

type Passage = Extract<AnswerPart, { kind: 'passages' }>['passages'][number]

function Passages({ passages }: { readonly passages: readonly Passage[] }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.passages} aria-label={t('assistant.passages')}>
      {passages.map(({ href, article, heading, text }) => (
        <li key={`${href} ${text}`} lang="en">
          <OwnLink href={href} className={classes.source}>
            <IconBook2 size={14} stroke={1.8} aria-hidden />
            {heading === article ? article : `${article}: ${heading}`}
          </OwnLink>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  )
}

interface OwnLinkProps {
  readonly href: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** An address of the panel, opened without loading it again. */
function OwnLink({ href, className, children }: OwnLinkProps) {
  const router = useRouter()
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void router.navigate({ href })
  }
  return (
    <a href={href} className={className} onClick={open}>
      {children}
    </a>
  )
}
