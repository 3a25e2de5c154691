/** A progress bar with rate and time left, drawn only where somebody watches. */
import type { Terminal } from '#cli/terminal'
import type { ImportProgress } from '#services/imports/import-records'

export interface ImportBar {
  readonly onProgress: (progress: ImportProgress) => void
  done(message: string): void
  failed(message: string): void
}

const STEPS = 40
const REDRAW_MS = 200

/** What draws it is loaded only where it is drawn. */
export async function importBar(terminal: Terminal): Promise<ImportBar> {
  if (!terminal.isWatched)
    return { onProgress: () => undefined, done: () => undefined, failed: () => undefined }
  const { progress } = await import('@clack/prompts')
  const bar = progress({ max: STEPS, output: process.stderr })
  const startedAt = Date.now()
  let drawnAt = 0
  let drawn = 0
  bar.start('Reading')
  return {
    onProgress(update) {
      if (update.phase === 'merging') {
        bar.message(`Bringing in ${update.recordsRead.toLocaleString('en-GB')} records`)
        return
      }
      if (Date.now() - drawnAt < REDRAW_MS) return
      drawnAt = Date.now()
      const share = update.bytesTotal === 0 ? 0 : update.bytesRead / update.bytesTotal
      const seconds = (drawnAt - startedAt) / 1000
      const rate = Math.round(update.recordsRead / Math.max(seconds, 0.001)).toLocaleString('en-GB')
      const left = share > 0.01 ? `, ${Math.ceil((seconds / share) * (1 - share))} s left` : ''
      const step = Math.floor(share * STEPS)
      bar.advance(
        step - drawn,
        `${update.file}: ${update.recordsRead.toLocaleString('en-GB')} records, ${rate} a second${left}`,
      )
      drawn = step
    },
    done: (message) => bar.stop(message),
    failed: (message) => bar.error(message),
  }
}
