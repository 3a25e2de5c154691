import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import {
  Booking,
  Contract,
  Customer,
  CustomerInvoice,
  CustomerProfile,
  Location,
  pageOf,
  RecurringProduct,
  Team,
} from '#http/listed-schemas'
import { Key, keyOf } from '#http/record-key'
import { AsOf, Cursor, Limit, Named } from '#http/schemas'
import { given } from '#lib/given'
import { CONTRACT_STATES, type ListContractsOptions } from '#services/contracts/list'
import type { ListCustomersOptions } from '#services/customers/list'
import type { Headcount } from '#services/headcount'
import type { ListFactsOptions } from '#services/records/fact-listing'
import type { GetByIdOptions, GetByKeyOptions, Page, PageOptions } from '#services/records/page'
import type { ListTeamsOptions } from '#services/teams/list'

const tags = ['Records']
const config = { access: 'counts.read' } as const
const ExternalId = z.string().min(1).max(200)
const PageQuery = AsOf.extend({ limit: Limit.optional(), cursor: Cursor.optional() })
const PlaceQuery = PageQuery.extend({ location: Named.optional(), customer: Named.optional() })

interface Collection<Options extends PageOptions, Item> {
  readonly path: string
  /** For the operations: `Customers` and `Customer`. */
  readonly plural: string
  readonly singular: string
  /** Filters beside those of every list. */
  readonly query: typeof PageQuery
  readonly item: z.ZodType<Item>
  list(verbs: Headcount, options: Options): Promise<Page<Item>>
}

/** Locations, customers and teams: by external id or by ours. */
interface KeyedCollection<Options extends PageOptions, Item, One = Item> extends Collection<Options, Item> {
  /** What one of them shows, where that is more than the list shows. */
  readonly one?: z.ZodType<One>
  get(verbs: Headcount, options: GetByKeyOptions): Promise<One>
}

interface IdCollection<Options extends PageOptions, Item> extends Collection<Options, Item> {
  get(verbs: Headcount, options: GetByIdOptions): Promise<Item>
}

/** Registers the routes of a collection; the schemas validate, the types repeat what they make of a request. */
class Collections {
  readonly #app: FastifyInstance
  readonly #verbsFor: VerbsFor

  constructor(app: FastifyInstance, verbsFor: VerbsFor) {
    this.#app = app
    this.#verbsFor = verbsFor
  }

  keyed<Options extends PageOptions, Item, One = Item>(of: KeyedCollection<Options, Item, One>): void {
    this.#list(of)
    this.#get(of, 'key', Key, (verbs, network, key, at) => of.get(verbs, { network, key: keyOf(key), ...at }))
  }

  byId<Options extends PageOptions, Item>(of: IdCollection<Options, Item>): void {
    this.#list(of)
    this.#get(of, 'externalId', ExternalId, (verbs, network, externalId, at) =>
      of.get(verbs, { network, externalId, ...at }),
    )
  }

  #list<Options extends PageOptions, Item>(of: Collection<Options, Item>): void {
    this.#app.get<{ Params: { network: string }; Querystring: z.infer<typeof PageQuery> }>(
      `/networks/:network/${of.path}`,
      {
        config,
        schema: {
          operationId: `list${of.plural}`,
          summary: `List the ${words(of.plural)} of a network`,
          tags,
          params: z.object({ network: Named }),
          querystring: of.query,
          response: { 200: pageOf(of.item) },
        },
      },
      (request) => {
        const { as_of: asOf, ...query } = request.query
        const options = { network: request.params.network, ...given({ ...query, asOf }) }
        return of.list(this.#verbsFor(askerOf(request)), options as PageOptions as Options)
      },
    )
  }

  #get<Options extends PageOptions, Item, One>(
    of: Collection<Options, Item> & { readonly one?: z.ZodType<One> },
    parameter: string,
    schema: z.ZodType,
    get: (verbs: Headcount, network: string, name: string, at: { asOf?: Date }) => Promise<One>,
  ): void {
    this.#app.get<{ Params: Record<string, string>; Querystring: z.infer<typeof AsOf> }>(
      `/networks/:network/${of.path}/:${parameter}`,
      {
        config,
        schema: {
          operationId: `get${of.singular}`,
          summary: `One of the ${words(of.plural)}`,
          tags,
          params: z.object({ network: Named, [parameter]: schema }),
          querystring: AsOf,
          response: { 200: of.one ?? of.item },
        },
      },
      (request) => {
        const { network = '', [parameter]: name = '' } = request.params
        return get(this.#verbsFor(askerOf(request)), network, name, given({ asOf: request.query.as_of }))
      },
    )
  }
}

/** Reading records: lists by location and customer, and one by its id. */
export function recordListRoutes(verbsFor: VerbsFor): FastifyPluginAsync {
  return async (app) => {
    const collections = new Collections(app, verbsFor)
    collections.keyed({
      path: 'locations',
      plural: 'Locations',
      singular: 'Location',
      query: PageQuery,
      item: Location,
      list: (verbs, options: PageOptions) => verbs.listLocations(options),
      get: (verbs, options) => verbs.getLocation(options),
    })
    collections.keyed({
      path: 'customers',
      plural: 'Customers',
      singular: 'Customer',
      query: PageQuery.extend({
        location: Named.optional(),
        search: z.string().max(200).optional().describe('Part of a name, e-mail or company.'),
      }),
      item: Customer,
      one: CustomerProfile,
      list: (verbs, options: ListCustomersOptions) => verbs.listCustomers(options),
      get: (verbs, options) => verbs.customerProfile(options),
    })
    collections.keyed({
      path: 'teams',
      plural: 'Teams',
      singular: 'Team',
      query: PageQuery.extend({ customer: Named.optional() }),
      item: Team,
      list: (verbs, options: ListTeamsOptions) => verbs.listTeams(options),
      get: (verbs, options) => verbs.getTeam(options),
    })
    collections.byId({
      path: 'contracts',
      plural: 'Contracts',
      singular: 'Contract',
      query: PlaceQuery.extend({ state: z.enum(CONTRACT_STATES).optional().describe('Default standing.') }),
      item: Contract,
      list: (verbs, options: ListContractsOptions) => verbs.listContracts(options),
      get: (verbs, options) => verbs.getContract(options),
    })
    collections.byId({
      path: 'bookings',
      plural: 'Bookings',
      singular: 'Booking',
      query: PlaceQuery,
      item: Booking,
      list: (verbs, options: ListFactsOptions) => verbs.listBookings(options),
      get: (verbs, options) => verbs.getBooking(options),
    })
    collections.byId({
      path: 'customer-invoices',
      plural: 'CustomerInvoices',
      singular: 'CustomerInvoice',
      query: PlaceQuery,
      item: CustomerInvoice,
      list: (verbs, options: ListFactsOptions) => verbs.listCustomerInvoices(options),
      get: (verbs, options) => verbs.getCustomerInvoice(options),
    })
    collections.byId({
      path: 'recurring-products',
      plural: 'RecurringProducts',
      singular: 'RecurringProduct',
      query: PlaceQuery,
      item: RecurringProduct,
      list: (verbs, options: ListFactsOptions) => verbs.listRecurringProducts(options),
      get: (verbs, options) => verbs.getRecurringProduct(options),
    })
  }
}

/** `CustomerInvoices` as people say it. */
function words(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()
}
