#!/usr/bin/env node
/** The program: hands its arguments to the command line. */
import { readFileSync } from 'node:fs'
import { ask, openHeadcount, openOperators, serve, serveMcp } from '#app'
import { compileFor } from '#cli/compile-for'
import { reportError } from '#cli/report-error'
import { run } from '#cli/run'
import { processTerminal } from '#cli/terminal'
import { readSettings } from '#config'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const argv = process.argv.slice(2)
const terminal = processTerminal((error) => {
  process.exitCode = report(error)
})
// what goes wrong where nobody waits for it, such as in the database's thread
process.once('uncaughtException', (error) => process.exit(report(error)))

compileFor(argv)
const code = await run(argv, {
  terminal,
  version,
  settings: () => readSettings(process.env),
  open: (settings) => openHeadcount({ ...settings, secret: settings.server.secret }),
  ask,
  openOperators,
  serveMcp: (settings) => serveMcp(settings, version),
  serve: (settings, onReady) => serve(settings, version, onReady),
})
process.exitCode ||= code

function report(error: unknown): number {
  return reportError(error, terminal, argv.includes('--json'))
}
