/** The verbs of the help centre, bound to one database; articles themselves need none. */
import type { Door } from '#model/access'
import type { Context } from '#services/context'
import {
  type Feedback,
  type GiveFeedbackOptions,
  giveFeedback,
  ownFeedback,
  type ReaderOptions,
} from '#services/help/give-feedback'
import { noteSearch, noteUnanswered } from '#services/help/note-miss'
import { type HelpReport, reportHelp } from '#services/help/report'

export interface HelpVerbs {
  /** Says whether an article was helpful; again to change it. */
  giveFeedback(options: GiveFeedbackOptions): Promise<Feedback>
  /** What the reader said about an article; null for nothing yet. */
  ownFeedback(options: ReaderOptions): Promise<Feedback | null>
  /** Notes a search of the help that found nothing. */
  noteSearch(options: { readonly search: string }): Promise<void>
  /** Notes a question that nothing could answer; names of customers are taken out by who asks. */
  noteUnanswered(options: { readonly question: string; readonly door: Door }): Promise<void>
  /** Which articles help, what readers write, and what they did not find. */
  reportHelp(): Promise<HelpReport>
}

export function helpVerbs(context: Context): HelpVerbs {
  return {
    giveFeedback: (options) => giveFeedback(context, options),
    ownFeedback: (options) => ownFeedback(context, options),
    noteSearch: (options) => noteSearch(context, options),
    noteUnanswered: (options) => noteUnanswered(context, options),
    reportHelp: () => reportHelp(context),
  }
}
