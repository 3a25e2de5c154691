/**
 * Makes a network: npx tsx --conditions=source benchmarks/generate/main.ts --size S --out DIR
 * Writes DIR/export (for `headcount import nexudus`) and DIR/tables (for the yardsticks).
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Network, SIZES, type Size } from './network.ts'
import { writeExport } from './write-export.ts'
import { writeTables } from './write-tables.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'S' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    /** Locations divided into several networks, each in a folder of its own. */
    networks: { type: 'string', default: '1' },
    /** So many bookings instead of ten dated records a customer. */
    bookings: { type: 'string' },
    /** Share of the bookings that are cancelled, from 0 to 1. */
    cancelled: { type: 'string', default: '0' },
    /** `export` or `tables`: only these. */
    only: { type: 'string' },
  },
})

if (!values.out || !(values.size in SIZES)) {
  console.error(`--out DIR is missing, or --size is not one of ${Object.keys(SIZES).join(', ')}.`)
  process.exit(2)
}
const network = new Network({
  size: values.size as Size,
  seed: Number(values.seed),
  networks: Number(values.networks),
  cancelled: Number(values.cancelled),
  ...(values.bookings && { bookings: Number(values.bookings) }),
})
if (values.only !== 'tables') writeExport(network, join(values.out, 'export'))
if (values.only !== 'export') writeTables(network, join(values.out, 'tables'))
