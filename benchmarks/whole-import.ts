/** The import of a whole network by the program, and of a million bookings in one file: time and memory. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Network } from './generate/network.ts'
import { writeExport } from './generate/write-export.ts'
import { type Bench, drop, remake } from './support/bench.ts'
import type { Figure } from './support/figures.ts'
import { type Place, runProgram } from './support/program.ts'

const DATABASE = 'headcount_bench_import'
const BOOKINGS = 1_000_000
const ENGINES = [
  { name: 'PostgreSQL', peakAtMost: 512 },
  { name: 'PGlite', peakAtMost: 1000 },
] as const

interface ImportJson {
  readonly records: Readonly<Record<string, { readonly read: number; readonly added: number }>>
  readonly problemCount: number
}

export async function wholeImport(bench: Bench): Promise<Figure[]> {
  const bookings = join(bench.scratch, 'bookings')
  writeExport(new Network({ size: 'S', seed: 1, networks: 1, cancelled: 0, bookings: BOOKINGS }), bookings)
  const figures: Figure[] = []
  for (const { name, peakAtMost } of ENGINES) {
    const million = await importInto(bench, name, bookings)
    figures.push(
      { what: `import of 1,000,000 bookings, ${name}: records`, value: million.rate, unit: 'rows/s' },
      {
        what: `import of 1,000,000 bookings, ${name}: peak`,
        value: million.peakMb,
        unit: 'MB',
        atMost: peakAtMost,
      },
    )
    const whole = await importInto(bench, name, join(bench.data, 'export'))
    figures.push(
      { what: `import of everything, ${name}: records`, value: whole.records, unit: 'rows' },
      { what: `import of everything, ${name}: time`, value: whole.seconds, unit: 's' },
      { what: `import of everything, ${name}: rate`, value: whole.rate, unit: 'rows/s' },
      { what: `import of everything, ${name}: peak`, value: whole.peakMb, unit: 'MB' },
    )
  }
  rmSync(bookings, { recursive: true })
  return figures
}

async function importInto(bench: Bench, engine: string, dir: string) {
  const place = await freshPlace(bench, engine)
  const { seconds, peakMb, output } = await runProgram(bench, ['import', 'nexudus', dir, '--json'], place)
  const { records: kinds, problemCount } = JSON.parse(output) as ImportJson
  if (problemCount > 0) throw new Error(`${problemCount} records of ${dir} were left out`)
  await removePlace(bench, place)
  const records = Object.values(kinds).reduce((sum, { added }) => sum + added, 0)
  return { seconds, peakMb, records, rate: records / seconds }
}

async function freshPlace(bench: Bench, engine: string): Promise<Place> {
  if (engine === 'PostgreSQL') return { databaseUrl: await remake(bench.server, DATABASE) }
  const dataDir = join(bench.scratch, 'pglite-import')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(bench.scratch, { recursive: true })
  return { dataDir }
}

async function removePlace(bench: Bench, place: Place): Promise<void> {
  if ('databaseUrl' in place) await drop(bench.server, DATABASE)
  else rmSync(place.dataDir, { recursive: true })
}
