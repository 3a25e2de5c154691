import { HeadcountError } from '#errors'

/** Where a command writes to, and whether somebody watches. */
export interface Terminal {
  /** Results. */
  out(text: string): void
  /** Everything else: progress, notes, errors. */
  err(text: string): void
  /** Someone watches the error stream: progress may be drawn. */
  readonly isWatched: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** The streams of this process. @param onFault is told once that results cannot be written, with OUTPUT_FAILED */
export function processTerminal(onFault: (error: HeadcountError) => void): Terminal {
  const { stdout, stderr } = process
  let isBroken = false
  stdout.on('error', ({ code = 'unknown error' }: NodeJS.ErrnoException) => {
    // a reader that has seen enough, such as `head`, closes the pipe; the command still ends its work
    if (!isBroken && code !== 'EPIPE') {
      onFault(new HeadcountError('OUTPUT_FAILED', `The output could not be written (${code}).`))
    }
    isBroken = true
  })
  stderr.on('error', () => undefined) // there is nowhere left to tell it
  return {
    out: (text) => void (isBroken || stdout.write(text)),
    err: (text) => void stderr.write(text),
    isWatched: stderr.isTTY === true,
    environment: process.env,
  }
}
