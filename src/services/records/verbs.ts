/** The verbs of single records, bound to one database: lists, one by its id, and changes. */
import { type BookingCancelled, type CancelBookingOptions, cancelBooking } from '#services/bookings/cancel'
import { type BookingListed, getBooking, listBookings } from '#services/bookings/list'
import type { Context } from '#services/context'
import {
  type CancelContractOptions,
  type ContractCancelled,
  cancelContract,
} from '#services/contracts/cancel'
import {
  type ContractListed,
  getContract,
  type ListContractsOptions,
  listContracts,
} from '#services/contracts/list'
import {
  type CustomerInvoiceListed,
  getCustomerInvoice,
  listCustomerInvoices,
} from '#services/customer-invoices/list'
import {
  type CustomerListed,
  getCustomer,
  type ListCustomersOptions,
  listCustomers,
} from '#services/customers/list'
import {
  type PreviewOptions,
  previewSuspension,
  type SuspensionPreview,
} from '#services/customers/preview-suspension'
import { type CustomerProfile, customerProfile } from '#services/customers/profile'
import {
  resumeCustomer,
  type SuspendOptions,
  type SuspensionReport,
  suspendCustomer,
} from '#services/customers/suspend'
import {
  resumeCustomers,
  type SuspendManyOptions,
  type SuspensionsReport,
  suspendCustomers,
} from '#services/customers/suspend-many'
import { type UndoOptions, type UndoReport, undoSuspension } from '#services/customers/undo-suspension'
import { getLocation, type LocationListed, listLocationRecords } from '#services/locations/list'
import { type NetworkPut, type PutNetworkOptions, putNetwork } from '#services/networks/put'
import {
  getRecordAddresses,
  type NetworkAddresses,
  type SetRecordAddressesOptions,
  setRecordAddresses,
} from '#services/networks/record-addresses'
import type { ListFactsOptions } from '#services/records/fact-listing'
import type { GetByIdOptions, GetByKeyOptions, Page, PageOptions } from '#services/records/page'
import { type UpsertOptions, type UpsertReport, upsertRecords } from '#services/records/upsert'
import {
  getRecurringProduct,
  listRecurringProducts,
  type ProductSaleListed,
} from '#services/recurring-products/list'
import { getTeam, type ListTeamsOptions, listTeams, type TeamListed } from '#services/teams/list'

export interface RecordVerbs {
  /** Makes a network, or gives it another name. */
  putNetwork(options: PutNetworkOptions): Promise<NetworkPut>
  /** Where a network's records are shown by the system that they come from. */
  recordAddresses(options: { readonly network: string }): Promise<NetworkAddresses>
  setRecordAddresses(options: SetRecordAddressesOptions): Promise<NetworkAddresses>
  /** Adds and changes up to 5,000 records of a known network: all of them or none. */
  upsertRecords(options: UpsertOptions): Promise<UpsertReport>
  /** Suspends a customer from an instant on; his contracts count no longer. */
  suspendCustomer(options: SuspendOptions): Promise<SuspensionReport>
  resumeCustomer(options: SuspendOptions): Promise<SuspensionReport>
  /** What suspending or resuming customers would do to each location's count; nothing is changed. */
  previewSuspension(options: PreviewOptions): Promise<SuspensionPreview>
  /** Suspends up to 1,000 customers: all of them or none. */
  suspendCustomers(options: SuspendManyOptions): Promise<SuspensionsReport>
  resumeCustomers(options: SuspendManyOptions): Promise<SuspensionsReport>
  /** Takes a suspension or a resumption back, as though it had never been. */
  undoSuspension(options: UndoOptions): Promise<UndoReport>
  /** Ends a contract at an instant, now or later. */
  cancelContract(options: CancelContractOptions): Promise<ContractCancelled>
  /** Cancels a booking at an instant that is not in the future. */
  cancelBooking(options: CancelBookingOptions): Promise<BookingCancelled>
  listLocations(options: PageOptions): Promise<Page<LocationListed>>
  getLocation(options: GetByKeyOptions): Promise<LocationListed>
  listCustomers(options: ListCustomersOptions): Promise<Page<CustomerListed>>
  getCustomer(options: GetByKeyOptions): Promise<CustomerListed>
  /** A customer with his records, where he counts and why, and the history of his states. */
  customerProfile(options: GetByKeyOptions): Promise<CustomerProfile>
  listTeams(options: ListTeamsOptions): Promise<Page<TeamListed>>
  getTeam(options: GetByKeyOptions): Promise<TeamListed>
  listContracts(options: ListContractsOptions): Promise<Page<ContractListed>>
  getContract(options: GetByIdOptions): Promise<ContractListed>
  listBookings(options: ListFactsOptions): Promise<Page<BookingListed>>
  getBooking(options: GetByIdOptions): Promise<BookingListed>
  listCustomerInvoices(options: ListFactsOptions): Promise<Page<CustomerInvoiceListed>>
  getCustomerInvoice(options: GetByIdOptions): Promise<CustomerInvoiceListed>
  listRecurringProducts(options: ListFactsOptions): Promise<Page<ProductSaleListed>>
  getRecurringProduct(options: GetByIdOptions): Promise<ProductSaleListed>
}

export function recordVerbs(context: Context): RecordVerbs {
  return {
    putNetwork: (options) => putNetwork(context, options),
    recordAddresses: (options) => getRecordAddresses(context, options),
    setRecordAddresses: (options) => setRecordAddresses(context, options),
    upsertRecords: (options) => upsertRecords(context, options),
    suspendCustomer: (options) => suspendCustomer(context, options),
    resumeCustomer: (options) => resumeCustomer(context, options),
    previewSuspension: (options) => previewSuspension(context, options),
    suspendCustomers: (options) => suspendCustomers(context, options),
    resumeCustomers: (options) => resumeCustomers(context, options),
    undoSuspension: (options) => undoSuspension(context, options),
    cancelContract: (options) => cancelContract(context, options),
    cancelBooking: (options) => cancelBooking(context, options),
    listLocations: (options) => listLocationRecords(context, options),
    getLocation: (options) => getLocation(context, options),
    listCustomers: (options) => listCustomers(context, options),
    getCustomer: (options) => getCustomer(context, options),
    customerProfile: (options) => customerProfile(context, options),
    listTeams: (options) => listTeams(context, options),
    getTeam: (options) => getTeam(context, options),
    listContracts: (options) => listContracts(context, options),
    getContract: (options) => getContract(context, options),
    listBookings: (options) => listBookings(context, options),
    getBooking: (options) => getBooking(context, options),
    listCustomerInvoices: (options) => listCustomerInvoices(context, options),
    getCustomerInvoice: (options) => getCustomerInvoice(context, options),
    listRecurringProducts: (options) => listRecurringProducts(context, options),
    getRecurringProduct: (options) => getRecurringProduct(context, options),
  }
}
