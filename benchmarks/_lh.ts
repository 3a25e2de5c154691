import pg from 'pg'
import { openDatabase } from '#database/open'
import { openNexudusExport } from '#connectors/nexudus/reader'
import { importRecords } from '#services/imports/import-records'
const size = process.argv[2]!
const admin = new pg.Client('postgres://root:x@127.0.0.1/postgres'); await admin.connect()
const name = `headcount_bench_${size.toLowerCase()}`
await admin.query(`drop database if exists ${name}`); await admin.query(`create database ${name}`); await admin.end()
const database = await openDatabase({ databaseUrl: `postgres://root:x@127.0.0.1/${name}` })
let last = ''
const t0 = Date.now()
const r = await importRecords({ database, now: () => new Date() }, await openNexudusExport(process.argv[3] ?? `/tmp/bench-data/${size}/export`), { onProgress: (p: any) => { const k = p.phase + (p.file ?? ''); if (k !== last) { last = k; console.log(((Date.now()-t0)/1000).toFixed(1), k, Math.round(process.memoryUsage.rss()/1e6)+'MB') } } })
console.log(r.durationMs, JSON.stringify(r.records), r.problemCount, r.warningCount, r.problems.slice(0,3))
await database.close()
console.log(process.resourceUsage().maxRSS/1000, 'MB max')
