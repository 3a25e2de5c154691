/**
 * All records of one kind, or those that changed. A list is read page by page while records come and go,
 * which shifts what the next page holds; so a reading that may have missed one is done again.
 */
import type { NexudusClient } from '#connectors/nexudus/client/client'
import { type Entity, entityOf, isWanted, type WireRecord } from '#connectors/nexudus/client/entities'
import { Flaws } from '#connectors/nexudus/client/flaws'
import { pagesOf } from '#connectors/nexudus/client/pages'
import { WholeRecords } from '#connectors/nexudus/client/whole-records'
import { inParallel } from '#lib/in-parallel'
import { parseInstant } from '#lib/parse-time'
import type { Problem } from '#model/records'

export interface ReadOptions {
  /** Only what changed since then, ms; everything without it. */
  readonly since?: number | undefined
  /** The listed records of a page that need not be read: they are here as they are there. */
  readonly known?: (records: readonly WireRecord[]) => Promise<ReadonlySet<number>>
  readonly onPage?: (progress: { readonly read: number; readonly total: number | null }) => void
  /** Told of what cannot be told apart from other records, and is left out. */
  readonly onProblem?: ((problem: Problem) => void) | undefined
}

export interface PageRead {
  /** With all that a count needs. A record may come again, later readings are newer. */
  readonly records: readonly WireRecord[]
  /** Ids of all that were listed. */
  readonly listed: readonly number[]
  /** The latest change among them, ms; null where none is told. */
  readonly latest: number | null
}

const MOST_PASSES = 4

export async function* readEntity(
  client: NexudusClient,
  entity: Entity,
  options: ReadOptions = {},
): AsyncGenerator<PageRead> {
  const whole = new WholeRecords(client, entity)
  const seen = new Set<number>()
  const flaws = new Flaws(entity, options.onProblem)
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const before = seen.size
    const isQuiet = yield* readOnce(client, entity, { ...options, whole, seen, flaws })
    if (isQuiet || (pass > 1 && seen.size === before)) return
    flaws.repeat()
  }
}

interface Pass extends ReadOptions {
  readonly whole: WholeRecords
  /** Ids of all passes. */
  readonly seen: Set<number>
  readonly flaws: Flaws
}

/** @returns whether nothing came or went meanwhile */
async function* readOnce(
  client: NexudusClient,
  entity: Entity,
  pass: Pass,
): AsyncGenerator<PageRead, boolean> {
  const filters = pass.since === undefined ? {} : sinceFilter(entity, pass.since)
  const ofPass = new Set<number>()
  let flawedCount = 0
  let listedCount = 0
  let firstTotal: number | null | undefined
  let lastTotal: number | null = null
  for await (const { records, flawed, total } of pagesOf(client, entity, filters)) {
    firstTotal ??= total
    lastTotal = total
    pass.flaws.tell(flawed, flawedCount + listedCount)
    flawedCount += flawed.length
    listedCount += records.length
    for (const { Id } of records) {
      ofPass.add(Id)
      pass.seen.add(Id)
    }
    const read = flawedCount + listedCount
    pass.onPage?.({ read: Math.min(read, total ?? read), total })
    yield await readPage(entity, records, pass)
  }
  // a page that gives a record again, or a number that moved, tells that the others shifted
  const isComplete = lastTotal === null || ofPass.size + flawedCount >= lastTotal
  return firstTotal === lastTotal && ofPass.size === listedCount && isComplete
}

async function readPage(entity: Entity, records: readonly WireRecord[], pass: Pass): Promise<PageRead> {
  const wanted = records.filter((record) => isWanted(entity, record))
  const known = wanted.length === 0 ? new Set<number>() : ((await pass.known?.(wanted)) ?? new Set())
  const whole = await pass.whole.complete(wanted.filter(({ Id }) => !known.has(Id)))
  return {
    records: whole.map((record) => trimmed(entity, record)),
    listed: records.map(({ Id }) => Id),
    latest: latestOf(records.map((record) => record[entity.changedBy])),
  }
}

function latestOf(dates: readonly unknown[]): number | null {
  const instants = dates.map((date) => (typeof date === 'string' ? parseInstant(date) : Number.NaN))
  const told = instants.filter((instant) => !Number.isNaN(instant))
  return told.length === 0 ? null : told.reduce((latest, instant) => Math.max(latest, instant))
}

/** Records of these ids, with all that a count needs; those that are gone are not among them. */
export async function readByIds(
  client: NexudusClient,
  entity: Entity,
  ids: readonly number[],
): Promise<WireRecord[]> {
  if (ids.length === 0) return []
  const listed: WireRecord[] = []
  for (let first = 0; first < ids.length; first += PAGE_OF_IDS) {
    listed.push(...(await batchOrEach(client, entity, ids.slice(first, first + PAGE_OF_IDS))))
  }
  const whole = await new WholeRecords(client, entity).complete(listed.filter((one) => isWanted(entity, one)))
  return whole.map((record) => trimmed(entity, record))
}

const PAGE_OF_IDS = 100

/** What a batch does not give is asked for by itself, so that what is not among them is gone. */
async function batchOrEach(
  client: NexudusClient,
  entity: Entity,
  ids: readonly number[],
): Promise<WireRecord[]> {
  const records = await client.batch(entity, ids)
  const found = new Set(records.map(({ Id }) => Id))
  const others = await inParallel(
    ids.filter((one) => !found.has(one)),
    (id) => client.byId(entity, id),
  )
  return [...records, ...others.filter((record) => record !== null)]
}

/** The lines of an invoice. */
export async function readLines(client: NexudusClient, invoice: number): Promise<WireRecord[]> {
  const lines = entityOf('customer_invoice_line')
  const filters = { CoworkerInvoiceLine_CoworkerInvoice: String(invoice) }
  const records: WireRecord[] = []
  for await (const answer of pagesOf(client, lines, filters)) {
    records.push(...answer.records.filter((line) => Number(line.CoworkerInvoiceId) === invoice))
  }
  const whole = await new WholeRecords(client, lines).complete(records)
  return whole.map((record) => trimmed(lines, record))
}

/** Filters are exact to the minute. */
function sinceFilter({ noun, changedBy }: Entity, since: number): Record<string, string> {
  return { [`from_${noun}_${changedBy}`]: new Date(since).toISOString().slice(0, 16) }
}

/** Only what a count needs: the rest may be private, and changes more often. */
function trimmed({ fields, changedBy }: Entity, record: WireRecord): WireRecord {
  const kept = [...fields, changedBy].filter((field) => record[field] !== undefined)
  return Object.fromEntries(kept.map((field) => [field, record[field]])) as WireRecord
}
