/** Small export folders, for what only a connector’s own form can tell. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNexudusExport } from '#connectors/nexudus/reader'
import { countActiveUsers } from '#services/active-users/count'
import { listActiveUsers } from '#services/active-users/list'
import type { Context } from '#services/context'
import { type ImportOptions, importRecords } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'

/** The arrays of an export folder by file name without `.json`. */
export type ExportFiles = Readonly<Record<string, readonly object[]>>

export async function importExport(
  context: Context,
  files: ExportFiles,
  options?: ImportOptions,
): Promise<ImportReport> {
  const dir = await mkdtemp(join(tmpdir(), 'headcount-export-'))
  try {
    for (const [name, records] of Object.entries(files)) {
      await writeFile(join(dir, `${name}.json`), JSON.stringify(records))
    }
    return await importRecords(context, await openNexudusExport(dir), options)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** Who counts where as of an instant, as `Ada Quill at Harbour Loft: contract + booking`. */
export async function whoCounts(context: Context, asOf: Date): Promise<string[]> {
  const { locations } = await countActiveUsers(context, { asOf })
  const lists = await Promise.all(
    locations.map(async ({ locationId, name: location }) => {
      const { activeUsers } = await listActiveUsers(context, {
        location: String(locationId),
        asOf,
        limit: 1000,
      })
      return activeUsers.map(({ name, sources }) => `${name} at ${location}: ${sources.join(' + ')}`)
    }),
  )
  return lists.flat()
}
