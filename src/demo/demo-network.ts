/**
 * A synthetic coworking network to try the product with, as a source of records like any other. Nothing is
 * kept: each kind of record is a pass over the customers, who are dealt and drawn anew from the seed.
 */
import { bookingRecords } from '#demo/bookings'
import { decks, type Person } from '#demo/cast'
import { contractRecords, pauseRecord } from '#demo/contracts'
import { customerInvoiceRecords } from '#demo/customer-invoices'
import { customerChangeRecords, customerRecord } from '#demo/customers'
import { type DemoLocation, layOut, locationRecord, platformInvoiceRecords } from '#demo/locations'
import { DEMO_DEFAULTS, type DemoOptions, type DemoPlan, planDemo } from '#demo/plan'
import { productSaleRecord } from '#demo/products'
import { hash } from '#demo/random'
import { teamRecords } from '#demo/teams'
import type { NetworkedRecord, NetworkRecord, RecordReader } from '#model/records'

/** A batch has at least so many records (the last one fewer), and at most those of one deck more. */
const BATCH = 2_000

/**
 * The network's external id follows from the seed and the size, not from `now`: the same network, read again
 * another day, is the same network later on.
 * @throws HeadcountError INVALID_ARGUMENT for options out of their limits.
 */
export function demoNetwork(options: DemoOptions): RecordReader {
  const plan = planDemo(options)
  return {
    origin: 'demo',
    network: () => Promise.resolve(networkRecord(plan)),
    async *read() {
      const locations = layOut(plan)
      let batch: NetworkedRecord[] = []
      for (const addTo of passes(locations, plan.isBilledHere === true)) {
        addTo(batch)
        if (batch.length < BATCH) continue
        yield batch
        batch = []
      }
      if (batch.length > 0) yield batch
    },
  }
}

function networkRecord(plan: DemoPlan): NetworkRecord {
  const { locations, customers, seed } = plan
  const isDefault =
    locations === DEMO_DEFAULTS.locations &&
    customers === DEMO_DEFAULTS.customers &&
    seed === DEMO_DEFAULTS.seed
  const size = `, ${locations.toLocaleString('en')} × ${customers.toLocaleString('en')}, seed ${seed}`
  return {
    externalId: String(hash(seed, locations, customers)),
    name: `Demo network (synthetic${isDefault ? '' : size})`,
  }
}

/** Adds the records of one kind of one deck, or of one location. */
type AddTo = (batch: NetworkedRecord[]) => void

/** In the order that a RecordReader promises. */
function* passes(locations: readonly DemoLocation[], isBilledHere: boolean): Generator<AddTo> {
  for (const location of locations) yield (batch) => batch.push(locationRecord(location))
  for (const addDeck of DECK_PASSES) {
    for (const deck of decks(locations)) yield (batch) => addDeck(deck, batch)
  }
  if (isBilledHere) return
  for (const location of locations) yield (batch) => batch.push(...platformInvoiceRecords(location))
}

type AddDeck = (deck: readonly Person[], batch: NetworkedRecord[]) => void

const DECK_PASSES: readonly AddDeck[] = [
  ofEach((person, batch) => batch.push(customerRecord(person))),
  ofEach((person, batch) => batch.push(...customerChangeRecords(person))),
  ofEach((person, batch) => batch.push(...contractRecords(person))),
  ofEach((person, batch) => addUnlessNull(pauseRecord(person), batch)),
  (deck, batch) => batch.push(...teamRecords(deck)),
  ofEach((person, batch) => bookingRecords(person, 'cancelled', batch)),
  ofEach((person, batch) => bookingRecords(person, 'standing', batch)),
  ofEach((person, batch) => batch.push(...customerInvoiceRecords(person))),
  ofEach((person, batch) => addUnlessNull(productSaleRecord(person), batch)),
]

function ofEach(add: (person: Person, batch: NetworkedRecord[]) => void): AddDeck {
  return (deck, batch) => {
    for (const person of deck) add(person, batch)
  }
}

function addUnlessNull(record: NetworkedRecord | null, batch: NetworkedRecord[]): void {
  if (record !== null) batch.push(record)
}
