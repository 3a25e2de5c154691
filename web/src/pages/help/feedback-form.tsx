/** Whether the article was helpful: yes or no, then a comment for who likes; both can be changed later. */
import { Button, Textarea } from '@mantine/core'
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FeedbackGiven, giveFeedback, ownFeedbackQuery } from '../../api/help'
import { ProblemNotice } from '../../components/problem-notice'
import classes from './feedback-form.module.css'

const LONGEST_COMMENT = 1000

export function FeedbackForm({ slug }: { readonly slug: string }) {
  const { t } = useTranslation()
  const own = ownFeedbackQuery(slug)
  const { data } = useQuery(own)
  const queryClient = useQueryClient()
  const give = useMutation({
    mutationFn: (given: FeedbackGiven) => giveFeedback(slug, given),
    onSuccess: (feedback) => queryClient.setQueryData(own.queryKey, feedback),
  })
  const choose = (isHelpful: boolean) =>
    give.mutate({ isHelpful, ...(data?.comment != null && { comment: data.comment }) })
  return (
    <section className={classes.feedback} aria-labelledby="feedback-question">
      <div className={classes.question}>
        <h2 id="feedback-question">{t('helpCentre.wasHelpful')}</h2>
        <div className={classes.choices}>
          <Button
            variant="default"
            leftSection={<IconThumbUp size={16} stroke={1.7} />}
            aria-pressed={data?.isHelpful === true}
            onClick={() => choose(true)}
          >
            {t('helpCentre.yes')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconThumbDown size={16} stroke={1.7} />}
            aria-pressed={data?.isHelpful === false}
            onClick={() => choose(false)}
          >
            {t('helpCentre.no')}
          </Button>
        </div>
      </div>
      <ProblemNotice error={give.error} />
      {data != null && (
        <Comment
          key={String(data.isHelpful)}
          {...data}
          isSending={give.isPending}
          onSend={(comment) => give.mutate({ isHelpful: data.isHelpful, comment })}
        />
      )}
    </section>
  )
}

interface CommentProps {
  readonly isHelpful: boolean
  readonly comment: string | null
  readonly isSending: boolean
  readonly onSend: (comment: string) => void
}

function Comment({ isHelpful, comment, isSending, onSend }: CommentProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(comment ?? '')
  const isSaved = typed.trim() === (comment ?? '')
  return (
    <div className={classes.comment}>
      <p role="status">{t('helpCentre.thanks')}</p>
      <Textarea
        label={isHelpful ? t('helpCentre.whatHelped') : t('helpCentre.whatIsMissing')}
        description={t('helpCentre.commentNote')}
        autosize
        minRows={2}
        maxLength={LONGEST_COMMENT}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={isSaved}
        loading={isSending}
        onClick={() => onSend(typed)}
        className={classes.send}
      >
        {t('helpCentre.sendComment')}
      </Button>
    </div>
  )
}
