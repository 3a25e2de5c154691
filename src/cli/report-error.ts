/** Errors as people and programs read them: what was wrong and what to do; an unknown one only by its id. */
import { randomUUID } from 'node:crypto'
import { CommanderError } from 'commander'
import { printable } from '#cli/tables'
import type { Terminal } from '#cli/terminal'
import { ERRORS, HeadcountError } from '#errors'

const UNKNOWN_EXIT = 70

/** Tells the error on the error stream. @returns the exit code */
export function reportError(error: unknown, terminal: Terminal, asJson: boolean): number {
  if (error instanceof HeadcountError) {
    const { code, message, next, details } = error
    terminal.err(
      asJson
        ? `${JSON.stringify({ error: { code, message, next, details } })}\n`
        : `${code}: ${message.split('\n').map(printable).join('\n')}\n${next}\n`,
    )
    return error.exitCode
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') return ERRORS.INVALID_ARGUMENT.exit
    const message = error.message.replace(/^error: /, '')
    return reportError(new HeadcountError('INVALID_ARGUMENT', message), terminal, asJson)
  }
  return reportUnknown(error, terminal, asJson)
}

function reportUnknown(error: unknown, terminal: Terminal, asJson: boolean): number {
  const id = randomUUID()
  const message = `Something went wrong inside Headcount (error ${id}). Nothing was half done.`
  const next = 'Run the command again with HEADCOUNT_DEBUG=1 to see the cause, and report it.'
  terminal.err(
    asJson
      ? `${JSON.stringify({ error: { code: 'INTERNAL', message, next } })}\n`
      : `INTERNAL: ${message}\n${next}\n`,
  )
  if (terminal.environment.HEADCOUNT_DEBUG === '1') {
    terminal.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
  return UNKNOWN_EXIT
}
