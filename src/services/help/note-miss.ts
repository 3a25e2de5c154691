/**
 * Notes what was looked for and not found, so that an article can be written. Who looked is not noted; what
 * looks like an e-mail or a telephone number is taken out, and whoever knows names in a question does so too.
 */
import sql from 'sql-template-tag'
import { DOORS, type Door } from '#model/access'
import { checkInput, oneOf, text } from '#services/check-input'
import type { Context } from '#services/context'

export const MISS_KINDS = ['search', 'question'] as const
export type MissKind = (typeof MISS_KINDS)[number]

const LONGEST = 200
/** So many different ones are kept, each for so long: nobody fills the database by asking. */
const MOST_KEPT = 5000
const KEPT_MS = 400 * 86_400_000

const EMAIL = /[^\s@]+@[^\s@]+/g
const LONG_NUMBER = /\+?\d(?:[\s().-]?\d){5,}/g

/** @throws INVALID_ARGUMENT */
export function noteSearch(context: Context, options: { readonly search: string }): Promise<void> {
  const { search } = checkInput(options, { search: text })
  return noteMiss(context, 'search', context.asker.door, search)
}

/** @throws INVALID_ARGUMENT */
export function noteUnanswered(
  context: Context,
  options: { readonly question: string; readonly door: Door },
): Promise<void> {
  const { question, door } = checkInput(options, { question: text, door: oneOf(DOORS) })
  return noteMiss(context, 'question', door, question)
}

async function noteMiss(
  { database, now }: Context,
  kind: MissKind,
  door: Door,
  given: string,
): Promise<void> {
  const asked = withoutPersons(given)
  if (asked === '') return
  const at = now()
  await database.transaction(async (session) => {
    await session.query(sql`
      delete from help_misses
      where last_at < ${new Date(at.getTime() - KEPT_MS)}::timestamptz
        or (kind, door, asked) in (
          select kind, door, asked
          from help_misses
          order by last_at desc, kind, door, asked
          offset ${MOST_KEPT - 1}::int
        )`)
    await session.query(sql`
      insert into help_misses as m (kind, door, asked, times, first_at, last_at)
      values (${kind}::text, ${door}::text, ${asked}::text, 1, ${at}::timestamptz, ${at}::timestamptz)
      on conflict (kind, door, asked) do update
      set times = m.times + 1, last_at = excluded.last_at`)
  })
}

function withoutPersons(given: string): string {
  return given
    .toLowerCase()
    .replace(EMAIL, '…')
    .replace(LONG_NUMBER, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
}
