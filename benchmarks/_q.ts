import pg from 'pg'
import { countStatement } from '#counting/active-users'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { readFileSync } from 'node:fs'
const asOf = new Date('2026-01-01T00:00:00Z')
const hc = new pg.Client('postgres://root:x@127.0.0.1/hc'), pr = new pg.Client('postgres://root:x@127.0.0.1/proto')
await hc.connect(); await hc.query('set plan_cache_mode=force_generic_plan'); await pr.connect()
const eng = readFileSync('/work/shared/engine.md','utf8')
const e1 = /\(i\) count of one location[\s\S]*?```sql\n([\s\S]*?)```/.exec(eng)![1]!
const e5 = /\(iii\) and \(v\)[\s\S]*?```sql\n([\s\S]*?)```/.exec(eng)![1]!
const nets = (await pr.query('select id, network_id from location')).rows
const net = new Map(nets.map((r:any)=>[r.id,r.network_id]))
async function time(n:number, f:()=>Promise<any>){ const t:number[]=[]; for(let i=0;i<n;i++){const s=performance.now(); await f(); t.push(performance.now()-s)} t.sort((a,b)=>a-b); return t }
const fmt=(t:number[])=>`p50 ${t[t.length>>1]!.toFixed(2)} p99 ${t[Math.floor(t.length*.99)]!.toFixed(2)}`
for (const loc of [2,1]) {
  const s = countStatement({networkId: net.get(loc), locationId: loc, asOf}, DEFAULT_RULE_SET)
  const from = (await pr.query('select from_at from period where location_id=$1 and to_at is null',[loc])).rows[0].from_at
  const a = await hc.query({name:'c', text: s.text, values: s.values as any[]}); const b = await pr.query({name:'c', text:e1, values:[loc, from, asOf]})
  console.log(loc, JSON.stringify(a.rows[0]), JSON.stringify(b.rows[0]))
  for (let k=0;k<2;k++){
  console.log(' E ', fmt(await time(100,()=>pr.query({name:'c', text:e1, values:[loc, from, asOf]}))))
  console.log(' HC', fmt(await time(100,()=>hc.query({name:'c', text:s.text, values:s.values as any[]}))))}
}
if (process.argv[2]==='all') {
  const { scopeRows } = await import('#counting/active-users')
  let s = countStatement({asOf}, DEFAULT_RULE_SET)
  let text = s.text
  const a = await hc.query({name:'all', text, values:s.values as any[]}); console.log(a.rows.length, a.rows.reduce((x:any,r:any)=>x+r.active_users,0))
  console.log(' E all', fmt(await time(5,()=>pr.query({name:'all', text:e5, values:[asOf]}))))
  console.log(' HC all', fmt(await time(5,()=>hc.query({name:'all', text, values:s.values as any[]}))))
}
await hc.end(); await pr.end()
