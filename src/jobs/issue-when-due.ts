/**
 * Issues platform invoices as they fall due, for as long as a server runs. Several servers of one database
 * may do it: whoever comes second finds nothing due.
 */
import type { IssueRunDetails } from '#services/platform-invoices/read-issue-runs'

export interface IssueWhenDue {
  /** Null where nothing was due. */
  readonly issue: () => Promise<Pick<IssueRunDetails, 'runId' | 'summary'> | null>
  readonly everyMs: number
  readonly log: {
    info(details: object, message: string): void
    error(details: object, message: string): void
  }
}

export interface Schedule {
  /** Begins no further run, and waits for one that is under way. */
  stop(): Promise<void>
}

/** After failures the next try comes later and later, up to this many times as late. */
const MOST_BACK_OFF = 60

/** The first run begins at once: what fell due while no server ran is caught up. */
export function issueWhenDue({ issue, everyMs, log }: IssueWhenDue): Schedule {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let failures = 0
  const run = async () => {
    try {
      const run = await issue()
      if (run !== null) log.info({ runId: run.runId, ...run.summary }, 'platform invoices issued')
      failures = 0
    } catch (error) {
      failures += 1
      // the next run tries again; nothing is half issued
      log.error({ err: error }, 'platform invoices could not be issued')
    }
    if (!isStopped) {
      timer = setTimeout(
        () => {
          underWay = run()
        },
        everyMs * Math.min(2 ** Math.max(0, failures - 1), MOST_BACK_OFF),
      )
    }
  }
  let underWay = run()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
