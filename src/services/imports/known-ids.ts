/** External ids of one network → ours: those known before, and new ones from a sequence. */
import sql, { raw } from 'sql-template-tag'
import type { Session } from '#database/database'

const SMALLEST_BLOCK = 16
const LARGEST_BLOCK = 5000
const PLAIN_NUMBER = /^[1-9][0-9]{0,14}$/

/** Numbers take less memory than their text; the two forms never mean different records. */
function keyOf(externalId: string): string | number {
  return PLAIN_NUMBER.test(externalId) ? Number(externalId) : externalId
}

export const ID_TABLES = {
  locations: { table: 'locations', idColumn: 'location_id', sequence: 'location_ids' },
  customers: { table: 'customers', idColumn: 'customer_id', sequence: 'customer_ids' },
  teams: { table: 'teams', idColumn: 'team_id', sequence: 'team_ids' },
} as const
type IdTable = (typeof ID_TABLES)[keyof typeof ID_TABLES]

export class KnownIds {
  readonly #session: Session
  readonly #sequence: string
  readonly #ids = new Map<string | number, number>()
  #free: number[] = []
  #block = SMALLEST_BLOCK

  private constructor(session: Session, sequence: string) {
    this.#session = session
    this.#sequence = sequence
  }

  static async load(
    session: Session,
    networkId: number,
    { table, idColumn, sequence }: IdTable,
  ): Promise<KnownIds> {
    const known = new KnownIds(session, sequence)
    const rows = await session.query<{ external_id: string; id: number }>(
      sql`select external_id, ${raw(idColumn)} as id from ${raw(table)} where network_id = ${networkId}::int`,
    )
    for (const row of rows) known.#ids.set(keyOf(row.external_id), row.id)
    return known
  }

  /** Only those that are named, for a batch, and of these what its sender may see. */
  static async loadNamed(
    session: Session,
    networkId: number,
    { table, idColumn, sequence }: IdTable,
    externalIds: ReadonlySet<string>,
    visible: 'all' | readonly number[] = 'all',
  ): Promise<KnownIds> {
    const known = new KnownIds(session, sequence)
    if (externalIds.size === 0) return known
    const rows = await session.query<{ external_id: string; id: number }>(sql`
      select external_id, ${raw(idColumn)} as id
      from ${raw(table)}
      where network_id = ${networkId}::int
        and external_id = any (${[...externalIds]}::text[])`)
    for (const { id, external_id } of rows) {
      if (visible === 'all' || visible.includes(id)) known.#ids.set(keyOf(external_id), id)
    }
    known.#block = Math.max(1, Math.min(externalIds.size - rows.length, LARGEST_BLOCK))
    return known
  }

  get(externalId: string): number | undefined {
    return this.#ids.get(keyOf(externalId))
  }

  async getOrMake(externalId: string): Promise<number> {
    const key = keyOf(externalId)
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = await this.#next()
    this.#ids.set(key, id)
    return id
  }

  async #next(): Promise<number> {
    if (this.#free.length === 0) {
      const rows = await this.#session.query<{ id: number }>(
        sql`select nextval(${this.#sequence}::text::regclass)::int as id from generate_series(1, ${this.#block}::int)`,
      )
      this.#block = Math.min(this.#block * 2, LARGEST_BLOCK)
      this.#free = rows.map((row) => row.id).sort((a, b) => b - a)
    }
    const id = this.#free.pop()
    if (id === undefined) throw new Error(`sequence ${this.#sequence} gave no number`)
    return id
  }
}

/** Those above are of changes that were seen or made here, which are numbered by their arrival. */
const HIGHEST_MADE = -(2 ** 31)

/** A record's number in facts and contracts: its external id where that is a plain number, else a negative one. */
export class KnownRefs {
  readonly #refs = new Map<string, number>()
  #lowest = HIGHEST_MADE
  readonly fresh: { ref: number; recordKind: string; externalId: string }[] = []

  static async load(session: Session, networkId: number): Promise<KnownRefs> {
    const known = new KnownRefs()
    const rows = await session.query<{ ref: number; record_kind: string; external_id: string }>(
      sql`select ref, record_kind, external_id from external_refs where network_id = ${networkId}::int`,
    )
    for (const row of rows) {
      known.#refs.set(`${row.record_kind}:${row.external_id}`, row.ref)
      if (row.ref < known.#lowest) known.#lowest = row.ref
    }
    return known
  }

  /** Only those that are named, for a batch. */
  static async loadNamed(
    session: Session,
    networkId: number,
    names: readonly { readonly recordKind: string; readonly externalId: string }[],
  ): Promise<KnownRefs> {
    const known = new KnownRefs()
    const texts = names.filter(({ externalId }) => !PLAIN_NUMBER.test(externalId))
    if (texts.length === 0) return known
    const rows = await session.query<{ ref: number; record_kind: string; external_id: string }>(sql`
      select known.ref, known.record_kind, known.external_id
      from external_refs known
      join unnest(
        ${texts.map((text) => text.recordKind)}::text[],
        ${texts.map((text) => text.externalId)}::text[]
      ) as named (record_kind, external_id)
        on named.record_kind = known.record_kind
        and named.external_id = known.external_id
      where known.network_id = ${networkId}::int`)
    for (const row of rows) known.#refs.set(`${row.record_kind}:${row.external_id}`, row.ref)
    const [lowest] = await session.query<{ ref: number | null }>(
      sql`select min(ref) as ref from external_refs where network_id = ${networkId}::int`,
    )
    known.#lowest = Math.min(HIGHEST_MADE, lowest?.ref ?? 0)
    return known
  }

  /** The number of a record that is known to have one; a plain number always has. */
  find(recordKind: string, externalId: string): number | undefined {
    return PLAIN_NUMBER.test(externalId) ? Number(externalId) : this.#refs.get(`${recordKind}:${externalId}`)
  }

  refOf(recordKind: string, externalId: string): number {
    if (PLAIN_NUMBER.test(externalId)) return Number(externalId)
    const key = `${recordKind}:${externalId}`
    let ref = this.#refs.get(key)
    if (ref === undefined) {
      this.#lowest -= 1
      ref = this.#lowest
      this.#refs.set(key, ref)
      this.fresh.push({ ref, recordKind, externalId })
    }
    return ref
  }
}
