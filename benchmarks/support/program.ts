/** Runs the built program as a person would, and looks at its clock and its memory. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench } from './bench.ts'

export interface Run {
  readonly seconds: number
  /** From the start of the process to the first byte that it printed. */
  readonly secondsToOutput: number
  /** Highest resident memory of the process, threads included. */
  readonly peakMb: number
  readonly output: string
}

/** Where the program keeps its data. */
export type Place = { readonly databaseUrl: string } | { readonly dataDir: string }

const REPORTER = fileURLToPath(new URL('./report-peak.mjs', import.meta.url))

export async function runProgram(bench: Bench, args: readonly string[], place: Place): Promise<Run> {
  const peakFile = join(bench.scratch, `peak-${randomBytes(4).toString('hex')}`)
  const env = { ...environmentOf(place), BENCHMARK_PEAK_FILE: peakFile }
  const start = performance.now()
  const secondsSince = () => (performance.now() - start) / 1000
  let secondsToOutput = Number.NaN
  const output = await outputOf(['--import', REPORTER, join(bench.program, 'main.js'), ...args], env, () => {
    secondsToOutput = secondsSince()
  })
  const seconds = secondsSince()
  const peakMb = Number(await readFile(peakFile, 'utf8')) / 1024
  await rm(peakFile)
  return { seconds, secondsToOutput, peakMb, output }
}

export function environmentOf(place: Place): Record<string, string> {
  return 'databaseUrl' in place
    ? { DATABASE_URL: place.databaseUrl }
    : { DATABASE_URL: '', HEADCOUNT_DATA_DIR: place.dataDir }
}

/** What a Node program prints. @throws Error with its complaint when it fails */
export function outputOf(
  args: readonly string[],
  environment: Record<string, string>,
  onFirst?: () => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let complaint = ''
    child.stdout.once('data', () => onFirst?.())
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString()
    })
    child.stderr.on('data', (bytes: Buffer) => {
      complaint += bytes.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`The program ended with ${code}: ${complaint}`))
    })
  })
}
