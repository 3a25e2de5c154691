/**
 * Whether an article was helpful. One answer for each reader and article, which may be changed. No entry in
 * the audit log: it is no change of anybody’s records, and anybody could make the log grow.
 */
import sql from 'sql-template-tag'
import { HeadcountError } from '#errors'
import { checkInput, flag, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { readerOf, requireReader } from '#services/help/reader'
import { requireArticle } from '#services/help/require-article'

export const LONGEST_COMMENT = 1000

export interface ReaderOptions {
  /** Slug. */
  readonly article: string
  /** A random token of who is not signed in; of an operator it is not looked at. */
  readonly reader?: string
}

export interface GiveFeedbackOptions extends ReaderOptions {
  readonly isHelpful: boolean
  readonly comment?: string
}

export interface Feedback {
  readonly isHelpful: boolean
  readonly comment: string | null
}

const READER_INPUT = { article: text, reader: optional(text) }
const INPUT = { ...READER_INPUT, isHelpful: flag, comment: optional(text) }

/** @throws INVALID_ARGUMENT, ARTICLE_NOT_FOUND */
export async function giveFeedback(context: Context, options: GiveFeedbackOptions): Promise<Feedback> {
  const asked = checkInput(options, INPUT)
  const { slug } = requireArticle(asked.article)
  const reader = requireReader(context.asker, asked.reader)
  const comment = checkComment(asked.comment)
  const at = context.now()
  await context.database.query(sql`
    insert into article_feedback (article, reader, is_helpful, comment, given_at, changed_at)
    values (
      ${slug}::text, ${reader}::text, ${asked.isHelpful}::boolean, ${comment}::text, ${at}::timestamptz, ${at}::timestamptz
    )
    on conflict (article, reader) do update
    set is_helpful = excluded.is_helpful, comment = excluded.comment, changed_at = excluded.changed_at`)
  return { isHelpful: asked.isHelpful, comment }
}

/** What the reader said; null for nothing yet. @throws INVALID_ARGUMENT, ARTICLE_NOT_FOUND */
export async function ownFeedback(context: Context, options: ReaderOptions): Promise<Feedback | null> {
  const asked = checkInput(options, READER_INPUT)
  const { slug } = requireArticle(asked.article)
  const reader = readerOf(context.asker, asked.reader)
  if (reader === null) return null
  const [row] = await context.database.query<{ is_helpful: boolean; comment: string | null }>(sql`
    select is_helpful, comment
    from article_feedback
    where article = ${slug}::text
      and reader = ${reader}::text`)
  return row === undefined ? null : { isHelpful: row.is_helpful, comment: row.comment }
}

function checkComment(comment: string | undefined): string | null {
  const written = comment?.trim() ?? ''
  if (written.length <= LONGEST_COMMENT) return written === '' ? null : written
  throw new HeadcountError(
    'INVALID_ARGUMENT',
    `comment must have at most ${LONGEST_COMMENT} letters, not ${written.length}.`,
  )
}
