/** The same network as rows for the tables of the two yardsticks, for COPY. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FactSink, generateYear } from './facts.ts'
import { at, DAY_MS, type Network } from './network.ts'
import { instantText, instantTextOrNull, TableFile } from './text-file.ts'

const SOURCE = { booking: 4, invoice: 8, recurring: 16 } as const

/** Writes `<table>.tsv` into `dir`, and counts.json with the rows of each. */
export function writeTables(network: Network, dir: string): void {
  mkdirSync(dir, { recursive: true })
  const files = new Map<string, TableFile>()
  const open = (table: string): TableFile => {
    const file = new TableFile(join(dir, `${table}.tsv`))
    files.set(table, file)
    return file
  }
  writeLocations(network, open)
  writeCustomers(network, open)
  writeTeams(network, open)
  generateYear(network, factSink(open))
  for (const file of files.values()) file.close()
  const rows = Object.fromEntries([...files].map(([table, file]) => [table, file.rows]))
  writeFileSync(join(dir, 'counts.json'), `${JSON.stringify({ shape: network.shape, rows }, null, 2)}\n`)
}

type Open = (table: string) => TableFile

function writeLocations(network: Network, open: Open): void {
  const locations = open('location')
  const periods = open('period')
  for (const location of network.locations()) {
    locations.add(location, network.networkOf(location), `Location ${location}`)
    const cutOffs = network.cutOffs(location)
    cutOffs.forEach((cutOff, month) => {
      periods.add(location, month, instantText(cutOff), instantTextOrNull(cutOffs[month + 1] ?? null))
    })
  }
}

function writeCustomers(network: Network, open: Open): void {
  const customers = open('customer')
  const contracts = open('contract')
  const suspensions = open('suspension')
  let contractNumber = 0
  for (let customer = 1; customer <= network.customerCount; customer += 1) {
    const location = at(network.homes, customer)
    const { name } = network.customer(customer)
    customers.add(customer, network.networkOf(location), location, name)
    for (const { price, createdAt, startsAt, endsAt, pausedFrom } of network.contracts(customer)) {
      contractNumber += 1
      const span = [instantText(createdAt), instantText(startsAt), instantTextOrNull(endsAt)] as const
      contracts.add(contractNumber, location, customer, price * 100, ...span, pausedFrom !== null)
    }
    const suspension = network.suspension(customer)
    if (suspension === null) continue
    suspensions.add(customer, location, instantText(suspension.from), instantTextOrNull(suspension.until))
  }
}

function writeTeams(network: Network, open: Open): void {
  const teams = open('team')
  const members = open('team_member')
  for (const team of network.teams()) {
    teams.add(team.number, team.location, team.hasMergedBilling, team.members[0] ?? null)
    for (const member of team.members) members.add(team.number, team.location, member)
  }
}

/** A booking that was cancelled is not written: neither yardstick keeps what no longer counts. */
function factSink(open: Open): FactSink {
  const facts = open('activity')
  const bookings = open('booking')
  const invoices = open('invoice')
  const recurring = open('recurring')
  return {
    booking({ number, location, customer, madeAt, kind, cancelledAt }) {
      if (cancelledAt !== null) return
      const instant = instantText(madeAt)
      const from = instantText(madeAt + DAY_MS)
      const until = instantText(madeAt + DAY_MS + 3_600_000)
      facts.add(instant, number, location, customer, SOURCE.booking)
      bookings.add(number, location, customer, number % 10, instant, from, until, kind === 'free' ? 0 : 2500)
    },
    invoice({ number, location, customer, issuedAt, kind }) {
      const instant = instantText(issuedAt)
      facts.add(instant, number, location, customer, SOURCE.invoice)
      invoices.add(number, location, customer, instant, kind === 'zero_value' ? 0 : 9950)
    },
    occurrence({ number, location, customer, at: instantMs }) {
      const instant = instantText(instantMs)
      facts.add(instant, number, location, customer, SOURCE.recurring)
      recurring.add(number, location, customer, number % 12, 1500, instant)
    },
  }
}
