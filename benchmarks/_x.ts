import pg from 'pg'
import { countStatement } from '#counting/active-users'
import { DEFAULT_RULE_SET } from '#counting/rules'
const hc = new pg.Client('postgres://root:x@127.0.0.1/hc'); await hc.connect()
await hc.query('set plan_cache_mode='+(process.argv[3]??'auto'))
const loc=Number(process.argv[2]??1)
const s = countStatement({networkId: 1, locationId: loc, asOf:new Date('2026-01-01T00:00:00Z')}, DEFAULT_RULE_SET)
const r = await hc.query({text:'explain (analyze, buffers, costs on, timing on) '+s.text, values:s.values as any[]})
console.log(r.rows.map((x:any)=>x['QUERY PLAN']).join('\n'))
await hc.end()
