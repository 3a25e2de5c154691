import { readdirSync, readFileSync } from 'node:fs'
import { openDatabase } from '#database/open'
import { openNexudusExport } from '#connectors/nexudus/reader'
import { importRecords } from '#services/imports/import-records'
import { listActiveUsers } from '#services/active-users/list'
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
    for (const l of e.locations) for (const sort of ['name','source','since'] as const) { let got:any[]=[]; let cursor: string|undefined; do { const p = await listActiveUsers(ctx,{network:w,location:String(l.location),asOf:new Date(e.at),sort,limit:7,...(cursor?{cursor}:{})}); got.push(...p.activeUsers); cursor=p.nextCursor??undefined; if(p.total!==l.count) console.log('total',p.total,l.count) } while(cursor)
      const a=JSON.stringify(got.map(u=>({customer:Number(u.externalId),sources:u.sources})).sort((x,y)=>x.customer-y.customer)); console.log(sort, a===JSON.stringify(l.users)?'list ok':'LIST DIFF', sort==='since'&&l.location===501? got.slice(0,4).map(u=>u.name+' '+u.sources+' '+u.firstEvidenceAt):'') }
    console.log('distinct', c.distinctCustomers, e.distinctCustomers)
  }
}
await db.close()
