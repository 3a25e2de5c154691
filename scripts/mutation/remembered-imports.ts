/**
 * Imports are not mutated, so the records of a story are imported once. Where the same is told again, the
 * tables are put back as that import left them, which takes a tenth of the time.
 */
import type { Database } from '#database/database'
import type { RecordReader } from '#model/records'
import type { Context } from '#services/context'
import { type ImportOptions, importRecords as importAnew } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'
import { emptyAllTables as emptyNow } from '../../tests/support/engines.ts'

interface Remembered {
  readonly report: ImportReport
  /** Puts the tables back. */
  readonly script: string
}

const remembered = new Map<string, Remembered>()
/** All that was imported since the tables were emptied, which is done when the next import is a new one. */
let told = ''
let isInTables = true

export async function emptyAllTables(database: Database): Promise<void> {
  told = ''
  isInTables = false
  if (remembered.size === 0) await emptyNow(database)
}

export async function importRecords(
  context: Context,
  reader: RecordReader,
  options?: ImportOptions,
): Promise<ImportReport> {
  const { database } = context
  const before = told
  told += `${context.now().getTime()} ${await textOf(reader)}\n`
  const known = remembered.get(told)
  if (known !== undefined) {
    await database.script(known.script)
    isInTables = true
    return known.report
  }
  if (before === '' && !isInTables) await emptyNow(database)
  isInTables = true
  const report = await importAnew(context, reader, options)
  remembered.set(told, { report, script: await restoringScript(database) })
  return report
}

/** What a reader of a story will tell; one of files can be read only once, and is never the same. */
async function textOf(reader: RecordReader): Promise<string> {
  if (reader.origin !== 'story') return `${Math.random()}`
  const batches: unknown[] = []
  for await (const batch of reader.read({ onProblem: () => undefined })) batches.push(batch)
  return JSON.stringify(batches)
}

async function restoringScript(database: Database): Promise<string> {
  const tables = await database.query<{ name: string; columns: string }>({
    text: `
      select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations'
      group by c.relname`,
    values: [],
  })
  const inserts: string[] = []
  for (const { name, columns } of tables) {
    const text = `select json_agg(t)::text as rows from ${name} t`
    const [found] = await database.query<{ rows: string | null }>({ text, values: [] })
    if (!found?.rows) continue
    inserts.push(
      `insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, ${quoted(found.rows)})`,
    )
  }
  const all = tables.map(({ name }) => name).join(', ')
  const [unchecked, checked] = ['replica', 'origin'].map((role) => `set session_replication_role = ${role}`)
  return [`truncate ${all} cascade`, unchecked, ...inserts, checked].join(';\n')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
