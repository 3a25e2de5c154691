/**
 * Issues platform invoices as they fall due, for as long as a server runs. Several servers of one database
 * may do it: whoever comes second finds nothing due.
 */
import type { IssueReport } from '#services/platform-invoices/issue'

export interface IssueWhenDue {
  readonly issue: () => Promise<IssueReport>
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

/** The first run begins at once: what fell due while no server ran is caught up. */
export function issueWhenDue({ issue, everyMs, log }: IssueWhenDue): Schedule {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const run = async () => {
    try {
      const { issued, skipped } = await issue()
      if (issued.length > 0) {
        log.info({ issued: issued.length, waiting: skipped.length }, 'platform invoices issued')
      }
    } catch (error) {
      // the next run tries again; nothing is half issued
      log.error({ err: error }, 'platform invoices could not be issued')
    }
    if (!isStopped) {
      timer = setTimeout(() => {
        underWay = run()
      }, everyMs)
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
