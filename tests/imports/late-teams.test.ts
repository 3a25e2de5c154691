// From when a team holds that a network’s first import did not have.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { programContext } from '#services/context'
import { type ExportFiles, importExport, whoCounts } from '../stories/support/export.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { dumpTables } from './dump.ts'
import { harbour } from './harbour.ts'

const { teams, ...withoutTeams } = harbour
const firstImport = new Date('2026-11-10T00:00:00Z')
const laterImport = new Date('2026-11-20T00:00:00Z')
const benByTeam = 'Ben Frost at Harbour Loft: team'
const contractMade = '2026-07-20T10:00:00Z'

const dates: readonly [title: string, updatedOn: string | null, holdsFrom: string][] = [
  ['was changed since', '2026-11-15T00:00:00Z', '2026-11-15T00:00:00Z'],
  ['was changed at the instant of this import', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z'],
  ['has no date', null, '2026-11-20T00:00:00Z'],
  ['has a date to come', '2026-11-25T00:00:00Z', '2026-11-20T00:00:00Z'],
  ['was changed before, and was missing there', '2026-10-10T12:00:00Z', '2026-10-10T12:00:00Z'],
]

describe.each(ENGINE_CASES)('teams that come late, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  beforeEach(() => emptyAllTables(db))
  afterAll(() => db.close())

  const bring = (files: ExportFiles, now: Date) =>
    importExport(
      programContext(db, () => now),
      files,
    )
  const isBenThere = async (asOf: Date) =>
    (
      await whoCounts(
        programContext(db, () => laterImport),
        asOf,
      )
    ).includes(benByTeam)

  test.each(dates)('a team that %s', async (_title, UpdatedOn, holdsFrom) => {
    const files = { ...withoutTeams, teams: teams.map((team) => ({ ...team, UpdatedOn })) }
    await bring(withoutTeams, firstImport)
    const report = await bring(files, laterImport)
    expect(report.records.team).toEqual({ read: 1, added: 1, changed: 0, skipped: 0 })
    const from = new Date(holdsFrom)
    expect(await isBenThere(new Date(from.getTime() - 1))).toBe(false)
    expect(await isBenThere(from)).toBe(true)

    const before = await dumpTables(db, { withVersions: true })
    expect(await bring(files, new Date('2026-12-01T00:00:00Z'))).toMatchObject({ hasChanges: false })
    expect(await dumpTables(db, { withVersions: true })).toEqual(before)
  })

  test('a team of the first import of another network has held for ever', async () => {
    await bring(withoutTeams, firstImport)
    const options = { networkName: 'Copy' }
    await importExport(
      programContext(db, () => laterImport),
      harbour,
      options,
    )
    expect(await isBenThere(new Date(contractMade))).toBe(true)
  })
})
