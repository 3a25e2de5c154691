/** For the platform: which articles help, what readers write, and what they did not find. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import type { Door } from '#model/access'
import { requireRight } from '#services/asker'
import type { Context } from '#services/context'
import { listArticles } from '#services/help/articles'
import type { MissKind } from '#services/help/note-miss'

export interface Tally {
  readonly helpful: number
  readonly notHelpful: number
}

/** In UTC, such as 2026-11. */
export interface MonthTally extends Tally {
  readonly month: string
}

export interface ArticleTally extends Tally {
  readonly slug: string
  readonly title: string
  readonly months: readonly MonthTally[]
}

export interface Comment {
  readonly slug: string
  readonly isHelpful: boolean
  readonly comment: string
  readonly changedAt: string
}

export interface Miss {
  readonly kind: MissKind
  readonly door: Door
  readonly asked: string
  readonly times: number
  readonly lastAt: string
}

export interface HelpReport {
  readonly articles: readonly ArticleTally[]
  /** The last twelve, the oldest first, each by when an answer was last changed. */
  readonly months: readonly MonthTally[]
  /** The newest first. */
  readonly comments: readonly Comment[]
  /** The most frequent first. */
  readonly misses: readonly Miss[]
}

const MONTHS = 12
const MOST_SHOWN = 200

/** @throws FORBIDDEN */
export function reportHelp({ database, asker, now }: Context): Promise<HelpReport> {
  requireRight(asker, 'feedback.read')
  return database.transaction(
    async (session) => {
      const tallies = await readTallies(session)
      const months = lastMonths(now())
      const of = (slug?: string) => tallies.filter((row) => slug === undefined || row.article === slug)
      return {
        articles: listArticles().map(({ slug, title }) => ({
          slug,
          title,
          ...sumOf(of(slug)),
          months: months.map((month) => monthOf(of(slug), month)),
        })),
        months: months.map((month) => monthOf(of(), month)),
        comments: await readComments(session),
        misses: await readMisses(session),
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

interface TallyRow {
  article: string
  month: string
  helpful: number
  not_helpful: number
}

function readTallies(session: Session): Promise<TallyRow[]> {
  return session.query<TallyRow>(sql`
    select
      article,
      to_char(changed_at at time zone 'UTC', 'YYYY-MM') as month,
      (count(*) filter (where is_helpful))::int as helpful,
      (count(*) filter (where not is_helpful))::int as not_helpful
    from article_feedback
    group by article, month
    order by article, month`)
}

function sumOf(rows: readonly TallyRow[]): Tally {
  return {
    helpful: rows.reduce((sum, { helpful }) => sum + helpful, 0),
    notHelpful: rows.reduce((sum, { not_helpful }) => sum + not_helpful, 0),
  }
}

function monthOf(rows: readonly TallyRow[], month: string): MonthTally {
  return { month, ...sumOf(rows.filter((row) => row.month === month)) }
}

function lastMonths(now: Date): string[] {
  return Array.from({ length: MONTHS }, (_, index) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (MONTHS - 1) + index))
      .toISOString()
      .slice(0, 7),
  )
}

async function readComments(session: Session): Promise<Comment[]> {
  const rows = await session.query<{
    article: string
    is_helpful: boolean
    comment: string
    changed_at: Date
  }>(sql`
    select article, is_helpful, comment, changed_at
    from article_feedback
    where comment is not null
    order by changed_at desc, article, reader
    limit ${MOST_SHOWN}::int`)
  return rows.map((row) => ({
    slug: row.article,
    isHelpful: row.is_helpful,
    comment: row.comment,
    changedAt: row.changed_at.toISOString(),
  }))
}

async function readMisses(session: Session): Promise<Miss[]> {
  const rows = await session.query<{
    kind: MissKind
    door: Door
    asked: string
    times: number
    last_at: Date
  }>(sql`
    select kind, door, asked, times, last_at
    from help_misses
    order by times desc, last_at desc, kind, door, asked
    limit ${MOST_SHOWN}::int`)
  return rows.map(({ last_at, ...row }) => ({ ...row, lastAt: last_at.toISOString() }))
}
