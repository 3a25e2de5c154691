import { readdirSync, readFileSync } from 'node:fs'
import { openDatabase } from '#database/open'
import { openNexudusExport } from '#connectors/nexudus/reader'
import { importRecords } from '#services/imports/import-records'
import { countActiveUsers } from '#services/active-users/count'
const db = await openDatabase(process.argv[2] ? {databaseUrl: process.argv[2]} : {dataDir: null})
const ctx = {database: db, now: () => new Date()}
for (const w of ['world-11','world-12']) {
  const dir = 'tests/fixtures/samples/'+w
  const r = await importRecords(ctx, await openNexudusExport(dir), {networkName: w})
  console.log(w, r.durationMs, r.problemCount, JSON.stringify(r.records), r.problems.slice(0,3))
  const r2 = await importRecords(ctx, await openNexudusExport(dir), {networkName: w})
  console.log('again', r2.durationMs, r2.hasChanges, r2.hasChanges? JSON.stringify(r2.records):'')
  for (const f of readdirSync(dir).filter(f=>f.startsWith('expected'))) {
    const e = JSON.parse(readFileSync(dir+'/'+f,'utf8'))
    const c = await countActiveUsers(ctx, {network: w, asOf: new Date(e.at)})
    for (const l of e.locations) { const m = c.locations.find(x=>x.externalId===String(l.location))!; const ok = m.count===l.count && JSON.stringify(m.bySource)===JSON.stringify(l.bySource) && m.windowFrom===l.windowStart; console.log(f, l.location, ok?'ok':'DIFF '+JSON.stringify({m,l:{...l,users:undefined}})) }
    console.log('distinct', c.distinctCustomers, e.distinctCustomers)
  }
}
await db.close()
