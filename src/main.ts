#!/usr/bin/env node
/** The program: hands its arguments to the command line. */
import { openHeadcount } from '#app'
import { run } from '#cli/run'
import { readSettings } from '#config'

const FALLBACK_WIDTH = 120

process.exitCode = await run(process.argv.slice(2), {
  terminal: {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isWatched: process.stderr.isTTY === true,
    width: process.stdout.columns ?? FALLBACK_WIDTH,
    environment: process.env,
  },
  settings: () => readSettings(process.env),
  open: openHeadcount,
})
