/** What the figures were measured on; a result without it says little. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { ClientBase } from 'pg'

export interface Machine {
  readonly cores: number
  readonly processor: string
  readonly memoryGb: number
  readonly node: string
  readonly pglite: string
  readonly postgresql: string
  readonly settings: Readonly<Record<string, string>>
  readonly commit: string
}

const SETTINGS = [
  'shared_buffers',
  'work_mem',
  'maintenance_work_mem',
  'max_wal_size',
  'max_parallel_workers_per_gather',
  'effective_cache_size',
  'synchronous_commit',
  'fsync',
  'jit',
]

export async function describeMachine(client: ClientBase): Promise<Machine> {
  const { rows: server } = await client.query<{ version: string }>('show server_version')
  const { rows } = await client.query<{ name: string; value: string }>(
    'select name, current_setting(name) as value from pg_settings where name = any ($1)',
    [SETTINGS],
  )
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    pglite: versionOf('@electric-sql/pglite'),
    postgresql: server[0]?.version ?? '',
    settings: Object.fromEntries(rows.map(({ name, value }) => [name, value])),
    commit:
      git('rev-parse', '--short', 'HEAD') +
      (git('status', '--porcelain', 'src') === '' ? '' : ' with changes'),
  }
}

function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

function git(...words: string[]): string {
  return execFileSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
}
