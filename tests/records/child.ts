// A process that sends batch after batch until it is killed.
import { openDatabase } from '#database/open'
import { upsertRecords } from '#services/records/upsert'
import { booking, contextOf, NETWORK } from './network.ts'

const first = Number(process.env.FIRST)
const database = await openDatabase({ ...JSON.parse(process.env.PLACE ?? ''), template: null })
const context = contextOf(database)
process.send?.('ready')
for (let from = first; from < first + 2000; from += 500) {
  const records = Array.from({ length: 500 }, (_, n) => booking(String(from + n)))
  await upsertRecords(context, { network: NETWORK, records })
}
await new Promise((resolve) => setTimeout(resolve, 60_000))
