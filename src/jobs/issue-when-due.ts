/**
 * Issues platform invoices as they fall due, for as long as a server runs. Several servers of one database
 * may do it: whoever comes second finds nothing due.
 */
import { type JobLog, repeat, type Schedule } from '#jobs/repeat'
import type { IssueRunDetails } from '#services/platform-invoices/read-issue-runs'

export interface IssueWhenDue {
  /** Null where nothing was due. */
  readonly issue: () => Promise<Pick<IssueRunDetails, 'runId' | 'summary'> | null>
  readonly everyMs: number
  readonly log: JobLog
}

/** A run that is under way when it is stopped goes on to its end; one that fails has issued nothing by halves. */
export function issueWhenDue({ issue, everyMs, log }: IssueWhenDue): Schedule {
  return repeat({
    everyMs,
    async work() {
      const run = await issue()
      if (run !== null) log.info({ runId: run.runId, ...run.summary }, 'platform invoices issued')
    },
    onFailure: (error) => log.error({ err: error }, 'platform invoices could not be issued'),
  })
}
