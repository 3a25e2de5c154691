/**
 * The story language: a line is an event, `count` says who counts, and why.
 *
 *     2026-03-01  ana    contract free
 *     2026-03-05  ana    suspended
 *     2026-03-09  ana    booking
 *     2026-03-10  count  ana:booking
 *     2026-03-10  why    ana  contract.free customer suspended; booking.made counts
 *
 * An instant is a day (00:00 UTC) or a day and time (`2026-03-01T09:30`), on the clock of a zone where one
 * is named (`2026-03-29T00:00[Europe/London]`). What a person, a location or a team can do is told in
 * happenings.ts. Beside these there are:
 *
 *     count     who counts, of all locations: `ana:booking+team ben@pier:contract`, or `nobody`
 *     counted   the same, but later imports may change it
 *     since     since when each counts, first who has counted longest: `ana:2026-03-01 ben:2026-03-05`
 *     invoiced  who counts for a platform invoice issued at that very instant
 *     why       every record that speaks for or against somebody, with its verdict: `counts`,
 *               `is disputable` (it counts all the same) or why it is silent; or `nothing`
 *     import    brings in what was told so far; a story without it is brought in at its end
 *
 * What is asked is asked as soon as all that was told before it is in, and again after each later import:
 * what has been answered once stays true.
 */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#model/records'

export interface Line {
  /** As written, for messages. */
  readonly text: string
  readonly at: Instant
  /** A person, location or team, or one of the words above. */
  readonly subject: string
  readonly words: readonly string[]
}

export function readStory(text: string): Line[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map(readLine)
}

function readLine(text: string): Line {
  const [when = '', subject, ...words] = text.split(/\s+/)
  if (subject === undefined) throw new Error(`A line needs an instant and a subject: ${text}`)
  return { text, at: readInstant(when), subject, words }
}

/** A day, a day and a time, or either on the clock of a zone. */
export function readInstant(text: string): Instant {
  const [, clock, zone] = /^([^[]+)(?:\[(.+)\])?$/.exec(text) ?? []
  if (clock === undefined) throw new Error(`${text} is no instant.`)
  return Temporal.PlainDateTime.from(clock).toZonedDateTime(zone ?? 'UTC').epochMilliseconds
}
