/** Writes src/database/schema.sql from the migrations; with --check, fails when it is stale. */
import { readFile, writeFile } from 'node:fs/promises'
import { inspectSchema, SCHEMA_FILE } from '#database/doctor'
import { openDatabase } from '#database/open'

const NOTE =
  '-- Written by scripts/write-schema.ts from the migrations; not to be edited, and not how a database is made.\n\n'

const db = await openDatabase({ dataDir: null, template: null })
const schema = NOTE + (await inspectSchema(db))
await db.close()

if (!process.argv.includes('--check')) {
  await writeFile(SCHEMA_FILE, schema)
} else if ((await readFile(SCHEMA_FILE, 'utf8').catch(() => '')) !== schema) {
  console.error('src/database/schema.sql is stale. Run: npx tsx --conditions=source scripts/write-schema.ts')
  process.exitCode = 1
}
