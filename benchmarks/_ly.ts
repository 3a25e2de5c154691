import pg from 'pg'
import { loadYardsticks } from '/work/main/benchmarks/yardsticks/load.ts'
const size = process.argv[2]!
const admin = new pg.Client('postgres://root:x@127.0.0.1/postgres'); await admin.connect()
const db = `headcount_bench_${size.toLowerCase()}_yardsticks`
await admin.query(`drop database if exists ${db}`); await admin.query(`create database ${db}`); await admin.end()
const c = new pg.Client(`postgres://root:x@127.0.0.1/${db}`); await c.connect()
console.time('load'); await loadYardsticks(c, `/tmp/bench-data/${size}/tables`); console.timeEnd('load')
await c.end()
