#!/usr/bin/env node
/** The program: hands its arguments to the command line. */
import { readFileSync } from 'node:fs'
import { openHeadcount, openOperators, serve } from '#app'
import { run } from '#cli/run'
import { readSettings } from '#config'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

process.exitCode = await run(process.argv.slice(2), {
  terminal: {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isWatched: process.stderr.isTTY === true,
    environment: process.env,
  },
  version,
  settings: () => readSettings(process.env),
  open: openHeadcount,
  openOperators,
  serve: (settings, onReady) => serve(settings, version, onReady),
})
