/** Progress bars, drawn only where somebody watches. */
import { figure } from '#cli/tables'
import type { Terminal } from '#cli/terminal'
import type { ImportProgress } from '#services/imports/import-records'
import type { IssueProgress } from '#services/platform-invoices/issue'

export interface Bar<Progress> {
  readonly onProgress: (progress: Progress) => void
  done(message: string): void
  failed(message: string): void
}

const STEPS = 40
const REDRAW_MS = 200

interface Drawn {
  readonly message: (text: string) => void
  /** @param share of the whole, 0 to 1 */
  readonly advance: (share: number, text: string) => void
}

/** What draws it is loaded only where it is drawn. */
async function bar<Progress>(
  terminal: Terminal,
  begins: string,
  draw: (drawn: Drawn) => (progress: Progress) => void,
): Promise<Bar<Progress>> {
  if (!terminal.isWatched)
    return { onProgress: () => undefined, done: () => undefined, failed: () => undefined }
  const { progress } = await import('@clack/prompts')
  const shown = progress({ max: STEPS, output: process.stderr })
  let drawn = 0
  shown.start(begins)
  const advance = (share: number, text: string) => {
    const step = Math.floor(share * STEPS)
    shown.advance(step - drawn, text)
    drawn = step
  }
  return {
    onProgress: draw({ message: (text) => shown.message(text), advance }),
    done: (message) => shown.stop(message),
    failed: (message) => shown.error(message),
  }
}

/** With rate and time left. */
export function importBar(terminal: Terminal): Promise<Bar<ImportProgress>> {
  const startedAt = Date.now()
  let drawnAt = 0
  return bar(terminal, 'Reading', ({ message, advance }) => (update) => {
    if (update.phase === 'merging') {
      message(`Bringing in ${figure(update.recordsRead)} records`)
      return
    }
    if (Date.now() - drawnAt < REDRAW_MS) return
    drawnAt = Date.now()
    const share = update.bytesTotal === 0 ? 0 : update.bytesRead / update.bytesTotal
    const seconds = (drawnAt - startedAt) / 1000
    const rate = figure(Math.round(update.recordsRead / Math.max(seconds, 0.001)))
    const left = share > 0.01 ? `, ${Math.ceil((seconds / share) * (1 - share))} s left` : ''
    advance(share, `${update.file}: ${figure(update.recordsRead)} records, ${rate} a second${left}`)
  })
}

export function issueBar(terminal: Terminal): Promise<Bar<IssueProgress>> {
  return bar(terminal, 'Looking for what is due', ({ advance }) => ({ issued, due, rounds }) => {
    const share = due === 0 ? 1 : Math.min(1, issued / due)
    advance(share, `${figure(issued)} of ${figure(due)} cut-offs, round ${figure(rounds + 1)}`)
  })
}
