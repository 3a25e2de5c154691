/** A request for each operation of the API, about whatever it is asked to be about. */
import type { Sent } from '../support/browser.ts'

/** What a request is about. Everything is named by what its sender knows: names and external ids. */
export interface About {
  readonly network: string
  readonly location: string
  readonly customer: string
  readonly team: string
  readonly contract: string
  readonly booking: string
  readonly invoice: string
  readonly sale: string
  readonly operator: string
  readonly invitation: number
  readonly importRun: number
  readonly issueRun: number
}

export interface SampleRequest extends Sent {
  readonly path: string
}

/** What the answer depends on: the network, or a location or something else within it; `none`: on neither. */
export type Depends = 'network' | 'location' | 'none'

export interface Sample {
  readonly depends: Depends
  readonly request: (about: About) => SampleRequest
}

const AT = '2026-11-10T00:00:00Z'
const WRONG = 'not the password 1'
const NO_CONNECTION = '/connections/2147483647'
const ACCOUNT = { kind: 'basic', email: 'owner@example.org', password: 'x', baseUrl: 'ftp://example.org' }

function of(depends: Depends, request: (about: About) => string, body?: (about: About) => unknown): Sample {
  return {
    depends,
    request: (about) => ({ path: request(about), ...(body !== undefined && { body: body(about) }) }),
  }
}

const inNetwork = (path: string) => of('network', ({ network }) => `/networks/${network}/${path}`)

const atLocation = (path: string) =>
  of('location', ({ network, location }) => `/networks/${network}/locations/${location}/${path}`)
const PLAN = { name: 'Sample', currency: 'EUR', baseFee: '80' }
const ofCustomer = (path: string) =>
  of(
    'location',
    ({ network }) => `/networks/${network}/${path}`,
    ({ customer }) => ({ customers: [customer] }),
  )

export const SAMPLES: Readonly<Record<string, Sample>> = {
  listNetworks: of('none', () => '/networks'),
  putNetwork: of(
    'none',
    () => '/networks/made-up',
    () => ({ name: 'Made up' }),
  ),
  getRecordAddresses: inNetwork('record-addresses'),
  setRecordAddresses: of(
    'network',
    ({ network }) => `/networks/${network}/record-addresses`,
    () => ({ team: '' }),
  ),
  getCsvTemplates: of('none', () => '/csv-templates'),
  getRules: of('none', () => '/rules'),
  listArticles: of('none', () => '/help/articles'),
  getArticle: of('none', () => '/help/articles/active-users-count'),
  listPassages: of('none', () => '/help/passages'),
  getOwnFeedback: of('none', () => '/help/articles/active-users-count/feedback'),
  giveFeedback: of(
    'none',
    () => '/help/articles/active-users-count/feedback',
    () => ({ isHelpful: true }),
  ),
  noteSearch: of(
    'none',
    () => '/help/misses',
    () => ({ search: 'a thing that is not there' }),
  ),
  getHelpReport: of('none', () => '/help/report'),
  countActiveUsers: of('network', ({ network }) => `/active-users/count?network=${network}`),
  getActiveUserHistory: of(
    'location',
    ({ network, location }) => `/networks/${network}/active-users/history?months=2&location=${location}`,
  ),
  getOverview: inNetwork('overview'),
  listActiveUsers: of('location', ({ location }) => `/locations/${location}/active-users`),
  explainActiveUser: of(
    'location',
    ({ location, customer }) => `/locations/${location}/active-users/${customer}`,
  ),
  exportActiveUsers: of('location', ({ location }) => `/locations/${location}/active-users/export/csv`),
  exportChosenActiveUsers: of(
    'location',
    ({ location }) => `/locations/${location}/active-users/export/csv`,
    ({ customer }) => ({ customers: [customer] }),
  ),
  listLocations: inNetwork('locations'),
  getLocation: of('location', ({ network, location }) => `/networks/${network}/locations/${location}`),
  listCustomers: inNetwork('customers'),
  getCustomer: of('location', ({ network, customer }) => `/networks/${network}/customers/${customer}`),
  listTeams: inNetwork('teams'),
  getTeam: of('location', ({ network, team }) => `/networks/${network}/teams/${team}`),
  listContracts: inNetwork('contracts'),
  getContract: of('location', ({ network, contract }) => `/networks/${network}/contracts/${contract}`),
  listBookings: inNetwork('bookings'),
  getBooking: of('location', ({ network, booking }) => `/networks/${network}/bookings/${booking}`),
  listCustomerInvoices: inNetwork('customer-invoices'),
  getCustomerInvoice: of(
    'location',
    ({ network, invoice }) => `/networks/${network}/customer-invoices/${invoice}`,
  ),
  listRecurringProducts: inNetwork('recurring-products'),
  getRecurringProduct: of(
    'location',
    ({ network, sale }) => `/networks/${network}/recurring-products/${sale}`,
  ),
  upsertRecords: of(
    'location',
    ({ network }) => `/networks/${network}/records`,
    ({ location, customer }) => ({
      records: [{ kind: 'booking', externalId: `${location}-new`, ...booking(location, customer) }],
    }),
  ),
  putContract: of(
    'location',
    ({ network, location }) => `/networks/${network}/contracts/${location}-put`,
    ({ location, customer }) => ({
      locationExternalId: location,
      customerExternalId: customer,
      createdAt: AT,
    }),
  ),
  putBooking: of(
    'location',
    ({ network, location }) => `/networks/${network}/bookings/${location}-put`,
    ({ location, customer }) => booking(location, customer),
  ),
  putCustomerInvoice: of(
    'location',
    ({ network, location }) => `/networks/${network}/customer-invoices/${location}-put`,
    ({ location, customer }) => ({
      locationExternalIds: [location],
      customerExternalId: customer,
      issuedAt: AT,
    }),
  ),
  putRecurringProduct: of(
    'location',
    ({ network, location }) => `/networks/${network}/recurring-products/${location}-put`,
    ({ location, customer }) => ({ locationExternalId: location, customerExternalId: customer, soldAt: AT }),
  ),
  putLocation: of(
    'network',
    ({ network }) => `/networks/${network}/locations/Annex`,
    () => ({ name: 'Annex', timeZone: 'UTC', createdAt: AT }),
  ),
  putCustomer: of(
    'network',
    ({ network }) => `/networks/${network}/customers/new`,
    () => ({ name: 'New' }),
  ),
  putTeam: of(
    'network',
    ({ network }) => `/networks/${network}/teams/new`,
    () => ({ name: 'New', hasMergedBilling: false, memberExternalIds: [] }),
  ),
  suspendCustomer: of(
    'location',
    ({ network, customer }) => `/networks/${network}/customers/${customer}/suspend`,
    () => ({}),
  ),
  resumeCustomer: of(
    'location',
    ({ network, customer }) => `/networks/${network}/customers/${customer}/resume`,
    () => ({}),
  ),
  previewSuspension: ofCustomer('suspensions/preview'),
  suspendCustomers: ofCustomer('suspensions'),
  resumeCustomers: ofCustomer('resumptions'),
  undoSuspension: of(
    'network',
    ({ network }) => `/networks/${network}/suspensions/2147483647/undo`,
    () => ({}),
  ),
  cancelContract: of(
    'location',
    ({ network, contract }) => `/networks/${network}/contracts/${contract}/cancel`,
    () => ({}),
  ),
  cancelBooking: of(
    'location',
    ({ network, booking: id }) => `/networks/${network}/bookings/${id}/cancel`,
    () => ({}),
  ),
  startImport: of(
    'network',
    ({ network }) => `/imports?kind=csv&network=${network}`,
    () => ({}),
  ),
  // under a name that is taken, so that none is made
  startDemoNetwork: of(
    'none',
    () => '/demo-networks',
    () => ({ name: 'Harbour' }),
  ),
  listImports: of('network', ({ network }) => `/imports?network=${network}`),
  getImport: of('network', ({ importRun }) => `/imports/${importRun}`),
  // an address that is refused, so that none is asked
  checkAccount: of(
    'none',
    () => '/connection-checks',
    () => ACCOUNT,
  ),
  connectAccount: of(
    'none',
    () => '/connections',
    () => ACCOUNT,
  ),
  listConnections: of('none', () => '/connections'),
  getConnection: of('none', () => NO_CONNECTION),
  changeConnection: of(
    'none',
    () => NO_CONNECTION,
    () => ({ syncEveryMinutes: 5 }),
  ),
  reenterCredentials: of(
    'none',
    () => `${NO_CONNECTION}/credentials`,
    () => ({ kind: 'basic', email: 'owner@example.org', password: 'x' }),
  ),
  switchConnectionLocation: of(
    'none',
    () => `${NO_CONNECTION}/locations/501`,
    () => ({ isOn: false }),
  ),
  disconnect: of('none', () => NO_CONNECTION),
  startSync: of(
    'none',
    () => `${NO_CONNECTION}/syncs`,
    () => ({}),
  ),
  listSyncs: of('none', () => `${NO_CONNECTION}/syncs`),
  getSync: of('none', () => `${NO_CONNECTION}/syncs/1`),
  listAuditEntries: inNetwork('audit-entries'),
  listPlatformAuditEntries: of('none', () => '/audit-entries'),
  verifyAuditLog: of('none', () => '/audit-entries/verification'),
  listPricePlans: of('none', () => '/price-plans'),
  getPricePlan: of('none', () => '/price-plans/None'),
  createPricePlan: of(
    'none',
    () => '/price-plans',
    () => ({ plan: PLAN }),
  ),
  revisePricePlan: of(
    'none',
    () => `/price-plans/${PLAN.name}/versions`,
    () => ({ plan: PLAN }),
  ),
  previewPrice: of(
    'none',
    () => '/price-previews',
    () => ({ plan: PLAN, count: 1 }),
  ),
  getLocationBilling: atLocation('billing'),
  assignPricePlan: of(
    'location',
    ({ network, location }) => `/networks/${network}/locations/${location}/price-plan`,
    () => ({ pricePlan: null }),
  ),
  assignPricePlanToMany: of(
    'location',
    () => `/price-plans/${PLAN.name}/assignments`,
    ({ location }) => ({ locations: [location], dryRun: true }),
  ),
  setBillingAnchor: of(
    'location',
    ({ network, location }) => `/networks/${network}/locations/${location}/billing-anchor`,
    () => ({ startsOn: '2026-01-31' }),
  ),
  startIssueRun: of(
    'network',
    () => '/platform-invoice-runs',
    ({ network }) => ({ network, dryRun: true }),
  ),
  listIssueRuns: of('network', ({ network }) => `/platform-invoice-runs?network=${network}`),
  getIssueRun: of('network', ({ issueRun }) => `/platform-invoice-runs/${issueRun}`),
  listPlatformInvoices: inNetwork('platform-invoices'),
  getPlatformInvoice: inNetwork('platform-invoices/1'),
  listInvoicedUsers: inNetwork('platform-invoices/1/active-users'),
  voidPlatformInvoice: of(
    'network',
    ({ network }) => `/networks/${network}/platform-invoices/1/void`,
    () => ({ reason: 'A sample.' }),
  ),
  creditPlatformInvoice: of(
    'network',
    ({ network }) => `/networks/${network}/platform-invoices/1/credit-notes`,
    () => ({ reason: 'A sample.' }),
  ),
  listSupplements: inNetwork('supplements'),
  agreeSupplement: of(
    'network',
    ({ network }) => `/networks/${network}/platform-invoices/1/supplements`,
    () => ({ reason: 'A sample.' }),
  ),
  withdrawSupplement: of(
    'network',
    ({ network }) => `/networks/${network}/supplements/1/withdrawal`,
    () => ({ reason: 'A sample.' }),
  ),
  reconcilePlatformInvoice: inNetwork('platform-invoices/1/reconciliation'),
  listAdjustments: inNetwork('platform-invoices/1/adjustments'),
  exportProofPack: inNetwork('platform-invoices/1/proof-pack'),
  getPlatformKey: of('none', () => '/platform-key'),
  downloadPlatformInvoice: inNetwork('platform-invoices/1/pdf'),
  exportInvoicedUsers: inNetwork('platform-invoices/1/active-users/export/csv'),
  exportReconciliation: inNetwork('platform-invoices/1/reconciliation/export/csv'),
  listBills: inNetwork('bills'),
  getBillAudit: inNetwork('bills/1'),
  auditBill: of(
    'network',
    ({ network }) => `/networks/${network}/bills/1/audit`,
    () => ({ platformList: 'one@example.org' }),
  ),
  exportBillProof: of(
    'network',
    ({ network }) => `/networks/${network}/bills/1/proof-pack`,
    () => ({}),
  ),
  inferPricePlan: atLocation('inferred-price-plan'),
  forecastPlatformInvoice: of(
    'location',
    ({ network, location }) => `/networks/${network}/locations/${location}/forecast`,
    () => ({}),
  ),
  verifyPlatformInvoices: of('none', () => '/platform-invoices/verification'),
  needsFirstOperator: of('none', () => '/first-operator'),
  createFirstOperator: of(
    'none',
    () => '/first-operator',
    () => ({}),
  ),
  signIn: of(
    'none',
    () => '/sessions',
    () => ({ email: 'nobody@example.com', password: WRONG }),
  ),
  listOwnSessions: of('none', () => '/sessions'),
  verifySecondFactor: of(
    'none',
    () => '/sessions/second-factor',
    () => ({ code: '000000' }),
  ),
  signOut: of('none', () => '/sessions/current'),
  endSession: of('none', () => '/sessions/none'),
  checkPassword: of(
    'none',
    () => '/password-checks',
    () => ({ password: WRONG }),
  ),
  changePassword: of(
    'none',
    () => '/account/password',
    () => ({ currentPassword: WRONG, newPassword: WRONG }),
  ),
  requestPasswordReset: of(
    'none',
    () => '/password-resets',
    () => ({ email: 'nobody@example.com' }),
  ),
  resetPassword: of(
    'none',
    () => '/password-resets/completion',
    () => ({ token: 'none', password: WRONG }),
  ),
  getOwnAccount: of('none', () => '/account'),
  updateProfile: of(
    'none',
    () => '/account/profile',
    () => ({ firstName: '1', lastName: '2' }),
  ),
  requestEmailChange: of(
    'none',
    () => '/account/email',
    () => ({ email: 'x', password: WRONG }),
  ),
  confirmEmailChange: of(
    'none',
    () => '/email-confirmations',
    () => ({ token: 'none' }),
  ),
  startSecondFactor: of(
    'none',
    () => '/account/second-factor',
    () => ({ password: WRONG }),
  ),
  confirmSecondFactor: of(
    'none',
    () => '/account/second-factor/confirmation',
    () => ({ code: '000000' }),
  ),
  disableSecondFactor: of(
    'none',
    () => '/account/second-factor/removal',
    () => ({ password: WRONG }),
  ),
  renewRecoveryCodes: of(
    'none',
    () => '/account/second-factor/recovery-codes',
    () => ({ password: WRONG }),
  ),
  describeAssistant: of('none', () => '/assistant'),
  askAssistant: of(
    'none',
    () => '/assistant/questions',
    () => ({ question: 'hello' }),
  ),
  listConversations: of('none', () => '/assistant/conversations'),
  getConversation: of('none', () => '/assistant/conversations/2147483647'),
  deleteConversation: of('none', () => '/assistant/conversations/2147483647'),
  listApiKeys: of('none', () => '/api-keys'),
  createApiKey: of(
    'none',
    () => '/api-keys',
    () => ({ name: '' }),
  ),
  revokeApiKey: of('none', () => '/api-keys/2147483647'),
  listOperators: of('none', () => '/operators'),
  setRole: of(
    'network',
    ({ operator, network }) => `/operators/${operator}/roles/${network}`,
    () => ({ role: 'viewer' }),
  ),
  removeRole: of('network', ({ operator, network }) => `/operators/${operator}/roles/${network}`),
  setPlatform: of(
    'none',
    ({ operator }) => `/operators/${operator}/platform`,
    () => ({ isPlatform: false }),
  ),
  setDisabled: of(
    'none',
    ({ operator }) => `/operators/${operator}/disabled`,
    () => ({ isDisabled: false }),
  ),
  removeOperator: of('none', () => '/operators/none'),
  listInvitations: of('none', () => '/invitations'),
  invite: of(
    'network',
    () => '/invitations',
    ({ network }) => ({ email: 'guest@example.com', role: 'viewer', network }),
  ),
  revokeInvitation: of('network', ({ invitation }) => `/invitations/${invitation}`),
  getInvitation: of(
    'none',
    () => '/invitations/look',
    () => ({ token: 'none' }),
  ),
  acceptInvitation: of(
    'none',
    () => '/invitations/acceptance',
    () => ({ token: 'none' }),
  ),
}

function booking(location: string, customer: string) {
  return { locationExternalId: location, customerExternalId: customer, madeAt: AT }
}
