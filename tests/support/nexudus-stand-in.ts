/**
 * A stand-in for the API of a Nexudus account, over real HTTP, with the traps that its documentation tells
 * as switches. Loaded with the files of an export, its truth is what an import of them has.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'

export type StandInRecord = Record<string, unknown> & { Id: number }
export type ExportFiles = Record<string, Record<string, unknown>[]>

export interface Traps {
  /** Lists and batches leave out what only a read by id tells; default true. */
  readonly partialLists?: boolean
  /** Batches tell audit entries and teams whole all the same; default false. */
  readonly wholeBatches?: boolean
  /** Every how many requests one is refused, or fails inside, and how; default none. */
  readonly throttle?: {
    readonly every: number
    /** 200 says in its body that it failed. */
    readonly status: 409 | 429 | 500 | 200
    readonly retryAfter?: number
  }
  /** Which `dir` means ascending; default 1. */
  readonly ascending?: 0 | 1
  /** Failures are told with status 200; default false. */
  readonly failuresAs200?: boolean
  /** Tokens last so many seconds; default a week. */
  readonly tokenSeconds?: number
  /** The password was changed to this one. */
  readonly password?: string
  /** The code of the second factor; default none is asked for. */
  readonly code?: string
  /** Entities that this account may not read, by noun. */
  readonly forbidden?: readonly string[]
  /** Entities that this account may list and not read by their ids, by noun. */
  readonly closed?: readonly string[]
  /** The largest page it gives; default 1000. */
  readonly largestPage?: number
  /** Local dates are told with a Z or an offset that they do not have; default false. */
  readonly zonedLocals?: boolean
  /** Numbers are told as text, also those of pages and tokens; default false. */
  readonly numbersAsText?: boolean
  /** Pages say nothing of whether another follows, also as bare arrays, or something wrong; default neither. */
  readonly pageCount?: 'untold' | 'bare' | 'wrong'
  /** An empty page has no records at all instead of an empty list; default false. */
  readonly nullPages?: boolean
  /** Batches of ids are not known: they are answered as a list, or refused; default false. */
  readonly noBatches?: 'listed' | 'refused'
  /** Paths that are not there, by entity; default none. */
  readonly unknown?: readonly string[]
  /** Of these entities every list also gives a record without an id, and nothing at all; default none. */
  readonly nameless?: readonly string[]
  /** Names of fields begin with a small letter; default false. */
  readonly smallNames?: boolean
  /** Enumerations are told by name; default by number. */
  readonly namedEnums?: boolean
  /** Dates have a fraction and no zone; default false. */
  readonly plainDates?: boolean
  /** Empty lists are null, and what is null is not told; default false. */
  readonly nothingUntold?: boolean
  /** Every answer takes so long; default no time. */
  readonly slowMs?: number
}

const PATHS: Readonly<Record<string, { readonly path: string; readonly noun: string }>> = {
  simpletimezones: { path: 'sys/simpletimezones', noun: 'SimpleTimeZone' },
  businesses: { path: 'sys/businesses', noun: 'Business' },
  coworkers: { path: 'spaces/coworkers', noun: 'Coworker' },
  audittrailentries: { path: 'sys/audittrailentries', noun: 'AuditTrailEntry' },
  tariffs: { path: 'billing/tariffs', noun: 'Tariff' },
  coworkercontracts: { path: 'billing/coworkercontracts', noun: 'CoworkerContract' },
  contractpausedperiods: { path: 'billing/contractpausedperiods', noun: 'ContractPausedPeriod' },
  teams: { path: 'spaces/teams', noun: 'Team' },
  resources: { path: 'spaces/resources', noun: 'Resource' },
  cancelledbookings: { path: 'spaces/cancelledbookings', noun: 'CancelledBooking' },
  bookings: { path: 'spaces/bookings', noun: 'Booking' },
  coworkerinvoicelines: { path: 'billing/coworkerinvoicelines', noun: 'CoworkerInvoiceLine' },
  coworkerinvoices: { path: 'billing/coworkerinvoices', noun: 'CoworkerInvoice' },
  coworkerproducts: { path: 'billing/coworkerproducts', noun: 'CoworkerProduct' },
  invoices: { path: 'billing/invoices', noun: 'Invoice' },
  products: { path: 'billing/products', noun: 'Product' },
  eventattendees: { path: 'content/eventattendees', noun: 'EventAttendee' },
  webhooks: { path: 'sys/webhooks', noun: 'WebHook' },
}

/** What lists and batches do not tell. */
const PARTIAL: Readonly<Record<string, readonly string[]>> = {
  coworkers: ['CoworkerType', 'Notes', 'Address', 'Businesses', 'Teams'],
  teams: ['TeamMembers', 'TeamAdministrators'],
  cancelledbookings: ['OverridePrice', 'InvoiceDate'],
  audittrailentries: ['OldValue', 'EntityId'],
}
const ENUMS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  AuditType: { 1: 'Create', 2: 'Update', 3: 'Delete' },
  RepeatCycle: { 1: 'PricePlan', 2: 'Day', 3: 'Week', 4: 'Month', 5: 'Year', 6: 'LastDayOfMonth' },
}
const AUDITED = [
  'bookings',
  'businesses',
  'coworkers',
  'coworkercontracts',
  'coworkerinvoices',
  'coworkerproducts',
  'resources',
  'teams',
]
const FIRST_NEW_ID = 900_000_000
const WEEK_S = 604_799

export const EMAIL = 'owner@example.org'
export const PASSWORD = 'very secret Pass 5521'

export class NexudusStandIn {
  /** Where the API is. */
  readonly url: string
  traps: Traps
  /** Told each list page before it is answered: the place to let records come and go. */
  beforePage: ((entity: string, page: number) => void) | null = null
  /** Told each request before it is answered, which waits for it. */
  beforeAnswer: ((request: string) => Promise<void> | void) | null = null
  requests = 0
  readonly log: string[] = []
  readonly #app: FastifyInstance
  readonly #tables = new Map<string, Map<number, StandInRecord>>()
  readonly #sorted = new Map<string, StandInRecord[]>()
  readonly #tokens = new Map<string, { expiresAt: number }>()
  readonly #refreshTokens = new Map<string, { clientId: string; expiresAt: number }>()
  #nextId = FIRST_NEW_ID

  private constructor(app: FastifyInstance, url: string, traps: Traps) {
    this.#app = app
    this.url = url
    this.traps = traps
    for (const name of Object.keys(PATHS)) this.#tables.set(name, new Map())
  }

  static async start(files: ExportFiles | string, traps: Traps = {}): Promise<NexudusStandIn> {
    const app = Fastify({ bodyLimit: 1 << 22, forceCloseConnections: true })
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    let standIn: NexudusStandIn | undefined
    app.all('/api/*', (request, reply) => standIn?.answer(request, reply))
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    standIn = new NexudusStandIn(app, `${url}/api`, traps)
    standIn.load(typeof files === 'string' ? await readFiles(files) : files)
    return standIn
  }

  close(): Promise<void> {
    return this.#app.close()
  }

  load(files: ExportFiles): void {
    for (const [file, records] of Object.entries(files)) {
      const table = this.#tables.get(file.replace('.json', ''))
      for (const record of records) {
        const id = Number(record.Id)
        // every record of the service has a date of its last change
        table?.set(id, { UpdatedOn: record.CreatedOn ?? '2025-01-01T00:00:00Z', ...record, Id: id })
      }
    }
    this.#sorted.clear()
  }

  /** Its truth, as the files of an export. */
  files(): ExportFiles {
    const names = [...this.#tables.keys()].filter((name) => name !== 'webhooks')
    return Object.fromEntries(names.map((name) => [`${name}.json`, this.all(name)]))
  }

  async write(folder: string): Promise<string> {
    await mkdir(folder, { recursive: true })
    for (const [file, records] of Object.entries(this.files())) {
      await writeFile(join(folder, file), JSON.stringify(records))
    }
    return folder
  }

  /** In the order of their ids. */
  all(entity: string): StandInRecord[] {
    const known = this.#sorted.get(entity)
    if (known !== undefined) return known
    const sorted = [...this.#table(entity).values()].sort((a, b) => a.Id - b.Id)
    this.#sorted.set(entity, sorted)
    return sorted
  }

  get(entity: string, id: number): StandInRecord | undefined {
    return this.#table(entity).get(id)
  }

  add(entity: string, record: Record<string, unknown>): StandInRecord {
    this.#nextId += 1
    const now = instant()
    const added = {
      UniqueId: guidOf(this.#nextId),
      CreatedOn: now,
      UpdatedOn: now,
      ...record,
      Id: this.#nextId,
    }
    this.#table(entity).set(added.Id, added)
    this.#sorted.delete(entity)
    return added
  }

  /** As an operator does: dated, and audited where the service audits it. */
  change(entity: string, id: number, fields: Record<string, unknown>): void {
    const known = this.get(entity, id)
    if (known === undefined) throw new Error(`No ${entity} ${id}.`)
    const now = instant()
    if (AUDITED.includes(entity)) {
      for (const [name, value] of Object.entries(fields)) {
        if (known[name] === value) continue
        this.#audit(entity, id, {
          PropertyName: name,
          AuditType: 2,
          OldValue: asText(known[name]),
          NewValue: asText(value),
          CreatedOn: now,
        })
      }
    }
    this.#table(entity).set(id, { ...known, ...fields, UpdatedOn: now })
    this.#sorted.delete(entity)
  }

  /** @param isAudited false leaves no trace of it, as of kinds that the service does not audit */
  remove(entity: string, id: number, isAudited = true): void {
    if (!this.#table(entity).delete(id)) throw new Error(`No ${entity} ${id}.`)
    this.#sorted.delete(entity)
    if (isAudited && AUDITED.includes(entity)) {
      this.#audit(entity, id, {
        PropertyName: null,
        AuditType: 3,
        OldValue: null,
        NewValue: null,
        CreatedOn: instant(),
      })
    }
  }

  cancelBooking(id: number): void {
    const booking = this.get('bookings', id)
    if (booking === undefined) throw new Error(`No booking ${id}.`)
    this.remove('bookings', id)
    const { CreatedOn, UpdatedOn, ResourceId, CoworkerId, Tentative, OverridePrice } = booking
    this.add('cancelledbookings', {
      ...{ CreatedOn, UpdatedOn, ResourceId, CoworkerId, Tentative, OverridePrice },
      ...{ CancelledOn: instant(), CancellationReason: 1, OriginalBookingId: String(id) },
    })
  }

  #audit(entity: string, id: number, entry: Record<string, unknown>): void {
    this.#nextId += 1
    const { noun } = PATHS[entity] ?? { noun: entity }
    const Id = this.#nextId
    this.#table('audittrailentries').set(Id, {
      Id,
      EntityShortName: noun,
      EntityId: id,
      ActionBy: EMAIL,
      UpdatedOn: entry.CreatedOn,
      ...entry,
    })
    this.#sorted.delete('audittrailentries')
  }

  #table(entity: string): Map<number, StandInRecord> {
    const table = this.#tables.get(entity)
    if (table === undefined) throw new Error(`No entity ${entity}.`)
    return table
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    this.requests += 1
    const { slowMs } = this.traps
    if (slowMs !== undefined) await sleep(slowMs)
    await this.beforeAnswer?.(`${request.method} ${request.url}`)
    return this.#told(await this.#answer(request, reply))
  }

  #told(body: unknown): unknown {
    const { zonedLocals, numbersAsText, smallNames, namedEnums, plainDates, nothingUntold } = this.traps
    const ways = [zonedLocals, numbersAsText, smallNames, namedEnums, plainDates, nothingUntold]
    if (!ways.includes(true) || !isPlain(body)) return body
    return JSON.parse(JSON.stringify(body), (name, value) => {
      if (zonedLocals && name.endsWith('Local') && typeof value === 'string')
        return `${value}${zoneOf(value)}`
      if (namedEnums && ENUMS[name]?.[value] !== undefined) return ENUMS[name][value]
      if (plainDates && typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(value))
        return value.replace('Z', '.0000000')
      if (nothingUntold && (value === null || (Array.isArray(value) && value.length === 0))) return undefined
      if (smallNames && value !== null && typeof value === 'object' && !Array.isArray(value))
        return Object.fromEntries(
          Object.entries(value).map(([key, of]) => [key.charAt(0).toLowerCase() + key.slice(1), of]),
        )
      return numbersAsText && typeof value === 'number' ? String(value) : value
    })
  }

  #answer(request: FastifyRequest, reply: FastifyReply): unknown {
    const url = new URL(request.url, 'http://localhost')
    const path = url.pathname.slice('/api/'.length).toLowerCase()
    this.log.push(`${request.method} ${path}`)
    const { throttle } = this.traps
    if (throttle?.status === 200 && this.requests % throttle.every === 0 && path !== 'token') {
      return { Status: 500, Message: 'Something failed.', Value: null, Errors: [], WasSuccessful: false }
    }
    if (throttle !== undefined && throttle.status !== 200 && this.requests % throttle.every === 0) {
      return reply
        .code(throttle.status)
        .header('retry-after', String(throttle.retryAfter ?? 0))
        .send('Slow down')
    }
    if (path === 'token') return this.#token(request, reply)
    if (!this.#isSignedIn(request)) return reply.code(401).send({ Message: 'Authorization has been denied.' })
    if (path === 'auth/me') return { Email: EMAIL }
    const [, entity, id] = /^[a-z]+\/([a-z]+)\/?(\d+)?$/.exec(path) ?? []
    const about = entity === undefined ? undefined : PATHS[entity]
    if (entity === undefined || about === undefined || !path.startsWith(about.path)) return notFound(reply)
    if (this.traps.unknown?.includes(entity)) return notFound(reply)
    const isClosed =
      this.traps.closed?.includes(about.noun) && (id !== undefined || url.searchParams.has('id'))
    if (isClosed || this.traps.forbidden?.includes(about.noun))
      return reply.code(403).send({ Message: 'Forbidden' })
    if (request.method === 'POST') return this.#save(entity, request, reply, null)
    if (request.method === 'PUT') return this.#save(entity, request, reply, 'Id')
    if (request.method === 'DELETE') return this.#delete(entity, Number(id), reply)
    if (id !== undefined) return this.get(entity, Number(id)) ?? notFound(reply)
    return this.#list(entity, url.searchParams, reply)
  }

  #list(entity: string, query: URLSearchParams, reply: FastifyReply): unknown {
    const ids = query.get('id')
    const { noBatches, pageCount, nullPages } = this.traps
    if (ids !== null && noBatches === 'refused') return this.#fail(reply, 'id: is no number')
    if (ids !== null && noBatches === undefined) {
      const asked = JSON.parse(ids) as number[]
      const found = asked.map((id) => this.get(entity, id)).filter((record) => record !== undefined)
      return found.map((record) => (this.traps.wholeBatches ? record : this.#summary(entity, record)))
    }
    const page = Number(query.get('page') ?? 1)
    const size = Math.min(Number(query.get('size') ?? 25), this.traps.largestPage ?? 1000)
    if (!(page >= 1) || !(size >= 1)) return this.#fail(reply, 'page: must be 1 or more')
    this.beforePage?.(entity, page)
    const filters = [...query].filter(([name]) => /_/.test(name))
    const rows = this.all(entity).filter((record) =>
      filters.every(([name, value]) => matches(entity, record, name, value)),
    )
    const order = query.get('orderBy') ?? query.get('orderby') ?? 'UpdatedOn'
    if (order !== 'Id') rows.sort((a, b) => String(a[order]).localeCompare(String(b[order])))
    const dir = query.get('dir')
    if (
      dir !== null &&
      (dir === 'descending' || (dir !== 'ascending' && dir !== String(this.traps.ascending ?? 1)))
    )
      rows.reverse()
    const first = (page - 1) * size
    const listed: unknown[] = rows.map((record) => this.#summary(entity, record))
    if (this.traps.nameless?.includes(entity)) listed.splice(1, 0, { FullName: 'Nobody' }, null)
    const records = listed.slice(first, first + size)
    const pages = pageCount === 'wrong' ? 1 : Math.max(1, Math.ceil(listed.length / size))
    if (pageCount === 'bare') return records
    if (pageCount === 'untold') return { Records: records.length === 0 && nullPages ? null : records }
    return {
      ...{
        Records: records.length === 0 && nullPages ? null : records,
        CurrentPageSize: size,
        CurrentPage: page,
        CurrentOrderField: order,
        CurrentSortDirection: 1,
      },
      ...{
        FirstItem: first + 1,
        LastItem: first + records.length,
        HasNextPage: page < pages,
        HasPreviousPage: page > 1,
      },
      ...{ PageNumber: page, PageSize: size, TotalItems: listed.length, TotalPages: pages },
    }
  }

  #summary(entity: string, record: StandInRecord): Record<string, unknown> {
    if (this.traps.partialLists === false) return record
    const hidden = PARTIAL[entity]
    if (hidden === undefined) return record
    const summary: Record<string, unknown> = { ...record }
    for (const field of hidden) {
      // some are null in lists, others are not there
      if (field === 'OverridePrice' || field === 'CoworkerType') summary[field] = null
      else delete summary[field]
    }
    if (entity === 'teams' && Array.isArray(record.TeamMembers))
      summary.CoworkerIds = record.TeamMembers.join(',')
    return summary
  }

  #save(entity: string, request: FastifyRequest, reply: FastifyReply, idField: 'Id' | null): unknown {
    const body = request.body as Record<string, unknown>
    if (entity === 'webhooks' && (body.URL === undefined || body.Action === undefined)) {
      return this.#fail(reply, 'URL: is required')
    }
    if (idField === null) {
      const { Id } = this.add(entity, body)
      return saved(Id)
    }
    const id = Number(body.Id)
    if (this.get(entity, id) === undefined) return notFound(reply)
    this.#table(entity).set(id, { ...body, Id: id, UpdatedOn: instant() })
    this.#sorted.delete(entity)
    return saved(id)
  }

  #delete(entity: string, id: number, reply: FastifyReply): unknown {
    if (this.get(entity, id) === undefined) return notFound(reply)
    this.remove(entity, id)
    return saved(id)
  }

  #fail(reply: FastifyReply, message: string): unknown {
    const [field, text] = message.split(': ')
    const body = {
      Status: 500,
      Message: message,
      Value: null,
      Errors: [{ AttemptedValue: null, Message: text, PropertyName: field }],
      WasSuccessful: false,
    }
    return reply.code(this.traps.failuresAs200 ? 200 : 400).send(body)
  }

  #token(request: FastifyRequest, reply: FastifyReply): unknown {
    const form = request.body as Record<string, string> | undefined
    const clientId = String(request.headers.client_id ?? EMAIL)
    const refuse = (error: string) => reply.code(400).send({ error })
    if (!String(request.headers['content-type']).includes('x-www-form-urlencoded'))
      return refuse('unsupported_grant_type')
    if (form?.grant_type === 'refresh_token') {
      const known = this.#refreshTokens.get(form.refresh_token ?? '')
      if (known === undefined || known.clientId !== clientId || known.expiresAt < Date.now())
        return refuse('invalid_grant')
      return this.#giveTokens(clientId)
    }
    if (form?.grant_type !== 'password') return refuse('unsupported_grant_type')
    if (form.username !== EMAIL || form.password !== (this.traps.password ?? PASSWORD))
      return refuse('invalid_grant')
    const { code } = this.traps
    if (code !== undefined && form.totp !== code) return refuse('two_factor_auth_check')
    return this.#giveTokens(clientId)
  }

  #giveTokens(clientId: string): unknown {
    for (const [token, known] of this.#refreshTokens) {
      if (known.clientId === clientId) this.#refreshTokens.delete(token)
    }
    const access = randomBytes(24).toString('hex')
    const refresh = randomBytes(24).toString('hex')
    const seconds = this.traps.tokenSeconds ?? WEEK_S
    this.#tokens.set(access, { expiresAt: Date.now() + seconds * 1000 })
    this.#refreshTokens.set(refresh, { clientId, expiresAt: Date.now() + 15 * 86_400_000 })
    return { access_token: access, token_type: 'bearer', expires_in: seconds, refresh_token: refresh }
  }

  /** No token that was given works any more, as after a restart of the service. */
  forgetTokens(): void {
    this.#tokens.clear()
    this.#refreshTokens.clear()
  }

  #isSignedIn({ headers }: FastifyRequest): boolean {
    const [kind, value = ''] = (headers.authorization ?? '').split(' ')
    if (kind === 'Basic')
      return (
        this.traps.code === undefined && Buffer.from(value, 'base64').toString() === `${EMAIL}:${PASSWORD}`
      )
    return (this.#tokens.get(value)?.expiresAt ?? 0) > Date.now()
  }
}

export async function readFiles(folder: string): Promise<ExportFiles> {
  const names = (await readdir(folder)).filter((name) => PATHS[name.replace('.json', '')] !== undefined)
  const files = names.map(
    async (name) => [name, JSON.parse(await readFile(join(folder, name), 'utf8'))] as const,
  )
  return Object.fromEntries(await Promise.all(files))
}

/** `Entity_Field=value`, `from_Entity_Field` and `to_Entity_Field`, whose dates are exact to the minute. */
function matches(entity: string, record: StandInRecord, name: string, value: string): boolean {
  const [, range, noun, field] = /^(?:(from|to)_)?([A-Za-z]+)_([A-Za-z]+)$/.exec(name) ?? []
  if (noun?.toLowerCase() !== PATHS[entity]?.noun.toLowerCase() || field === undefined) return true
  if (range === undefined) return String(record[field] ?? record[`${field}Id`]) === value
  const told = String(record[field] ?? '').slice(0, 16)
  const minute = value.slice(0, 16)
  return range === 'from' ? told >= minute : told <= minute
}

function saved(id: number): object {
  return { Status: 200, Message: 'Saved.', Value: { Id: id }, Errors: null, WasSuccessful: true }
}

function isPlain(body: unknown): boolean {
  return Array.isArray(body) || (body !== null && Object.getPrototypeOf(body) === Object.prototype)
}

/** Either way of telling a zone that a wall clock does not have. */
function zoneOf(local: string): string {
  return Number(local.slice(8, 10)) % 2 === 0 ? 'Z' : '+00:00'
}

function notFound(reply: FastifyReply): unknown {
  return reply.code(404).type('application/json').send('"Not found"')
}

function instant(): string {
  return new Date().toISOString()
}

function asText(value: unknown): string | null {
  if (value === true) return 'True'
  if (value === false) return 'False'
  return value === null || value === undefined ? null : String(value)
}

function guidOf(id: number): string {
  return `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`
}
