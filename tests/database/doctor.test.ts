import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { compareSchema } from '#database/doctor'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'

describe.each(ENGINE_CASES)('the schema on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db.close())

  test('after all migrations it is the one in schema.sql', async () => {
    expect(await compareSchema(db)).toEqual([])
  })

  test('an added column, a dropped index, a changed type and a lost constraint are found', async () => {
    await db.script('alter table networks add column surprise text')
    await db.script('alter table networks alter column name drop not null')
    await db.script('drop index customers_name')
    await db.script('alter table locations drop constraint locations_external_key')
    await db.script('create table stranger (id int)')
    await db.script(`comment on table networks is 'Something else.'`)
    const findings = await compareSchema(db)
    expect(findings).toEqual([
      expect.stringMatching(/^The index customers_name is missing: /),
      expect.stringMatching(/^The constraint locations_external_key of locations is missing: /),
      expect.stringMatching(
        /^The column networks\.name differs: expected name text not null, found name text/,
      ),
      expect.stringMatching(/^The comment on table networks differs: /),
      expect.stringMatching(/^The column networks\.surprise does not belong to this version: /),
      expect.stringMatching(/^The table stranger does not belong to this version: /),
      expect.stringMatching(/^The column stranger\.id does not belong to this version: /),
    ])
  })
})
