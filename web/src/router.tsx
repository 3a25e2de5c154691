/** Addresses: who draws what where, and what a page’s address holds besides its path. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { isForEverybody, isId, isOwnPath } from './addresses'
import { hasCode } from './api/client'
import { networksQuery } from './api/places'
import { accountQuery, BEFORE_SIGN_IN, firstOperatorQuery, nobodyQuery } from './api/session'
import { FaultPage } from './components/fault-page'
import { askForActiveUsers } from './pages/active-users/ask-early'
import { readSearch } from './pages/active-users/search'
import { readForecastSearch } from './pages/forecast/forecast-search'
import { readInvoiceSearch } from './pages/invoices/invoice-search'
import { NotFoundPage } from './pages/not-found/not-found-page'
import { withTexts } from './texts/texts'
import { PageSkeleton } from './ui/page-skeleton'

interface Context {
  readonly queryClient: QueryClient
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage })

/** Pages for somebody who is not signed in. */
const entry = createRoute({
  getParentRoute: () => root,
  id: 'entry',
  component: lazyRouteComponent(() => import('./components/entry-frame'), 'EntryFrame'),
})

const signIn = createRoute({
  getParentRoute: () => entry,
  path: '/sign-in',
  validateSearch: (search): { next?: string; note?: 'password_changed' | 'password_set' } => ({
    ...(isOwnPath(search.next) && { next: search.next }),
    ...((search.note === 'password_changed' || search.note === 'password_set') && {
      note: search.note,
    }),
  }),
  beforeLoad: async ({ context }) => {
    const { isNeeded } = await context.queryClient.ensureQueryData(firstOperatorQuery)
    if (isNeeded) throw redirect({ to: '/first-run' })
  },
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page'), 'SignInPage'),
})

const firstRun = createRoute({
  getParentRoute: () => entry,
  path: '/first-run',
  component: lazyRouteComponent(() => import('./pages/first-run/first-run-page'), 'FirstRunPage'),
})

const forgottenPassword = createRoute({
  getParentRoute: () => entry,
  path: '/forgotten-password',
  component: lazyRouteComponent(
    () => import('./pages/forgotten-password/forgotten-password-page'),
    'ForgottenPasswordPage',
  ),
})

const resetPassword = createRoute({
  getParentRoute: () => entry,
  path: '/reset-password',
  component: lazyRouteComponent(
    () => import('./pages/reset-password/reset-password-page'),
    'ResetPasswordPage',
  ),
})

const invitation = createRoute({
  getParentRoute: () => entry,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/invitation/invitation-page'), 'InvitationPage'),
})

const confirmEmail = createRoute({
  getParentRoute: () => entry,
  path: '/confirm-email',
  component: lazyRouteComponent(() => import('./pages/confirm-email/confirm-email-page'), 'ConfirmEmailPage'),
})

export type Place = {
  /** The network that is looked at; without one the first that there is. */
  network?: number | undefined
  /** One of its locations; without one, all of them. */
  location?: number | undefined
}

const PanelFrame = lazyRouteComponent(() => import('./components/panel-frame'), 'PanelFrame')
const HelpFrame = lazyRouteComponent(() => import('./components/help-frame'), 'HelpFrame')

/** The help is there for everybody; who is signed in reads it in the panel. */
function Frame() {
  const isSignedIn = useQueryClient().getQueryData(accountQuery.queryKey) !== undefined
  return isSignedIn ? <PanelFrame /> : <HelpFrame />
}

/** The code of a page comes while the server says who asks for it. */
function loadCodeOf(matches: readonly { readonly routeId: string }[]): void {
  const asked = matches.map(({ routeId }) => routeId)
  void PanelFrame.preload?.()
  for (const { id, options } of PANEL_PAGES) if (asked.includes(id)) void options.component?.preload?.()
}

/** Pages for somebody who is signed in; the place that he looks at goes with him from page to page. */
const panel = createRoute({
  getParentRoute: () => root,
  id: 'panel',
  validateSearch: (search): Place => ({
    ...(isId(search.network) && { network: search.network }),
    ...(isId(search.location) && { location: search.location }),
  }),
  search: { middlewares: [retainSearchParams<Place>(['network', 'location'])] },
  beforeLoad: async ({ context, location, matches }) => {
    const { queryClient } = context
    if (isForEverybody(location.pathname) && queryClient.getQueryData(nobodyQuery.queryKey) === true) return
    const account = queryClient.ensureQueryData(accountQuery)
    if (!isForEverybody(location.pathname)) {
      void queryClient.prefetchQuery({ ...networksQuery, ...BEFORE_SIGN_IN })
      loadCodeOf(matches)
    }
    try {
      await account
      void PanelFrame.preload?.()
    } catch (error) {
      if (!hasCode(error, 'NOT_SIGNED_IN')) throw error
      if (isForEverybody(location.pathname)) {
        // so that he is not asked for again with each article
        queryClient.setQueryData(nobodyQuery.queryKey, true)
        return
      }
      throw redirect({ to: '/sign-in', ...(location.href !== '/' && { search: { next: location.href } }) })
    }
  },
  component: Frame,
})

const overview = createRoute({
  getParentRoute: () => panel,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/overview/overview-page'), 'OverviewPage'),
})

const customers = createRoute({
  getParentRoute: () => panel,
  path: '/customers',
  validateSearch: (search): { search?: string | undefined } =>
    search.search === undefined ? {} : { search: String(search.search).slice(0, 200) },
  component: lazyRouteComponent(() => import('./pages/customers/customers-page'), 'CustomersPage'),
})

const customer = createRoute({
  getParentRoute: () => panel,
  path: '/customers/$customer',
  component: lazyRouteComponent(() => import('./pages/customers/customer-page'), 'CustomerPage'),
})

const activeUsers = createRoute({
  getParentRoute: () => panel,
  path: '/settings/subscription/active-users',
  validateSearch: readSearch,
  beforeLoad: ({ context, search, preload }) => {
    if (!preload) void askForActiveUsers(context.queryClient, search)
  },
  component: lazyRouteComponent(() => import('./pages/active-users/active-users-page'), 'ActiveUsersPage'),
})

const plan = createRoute({
  getParentRoute: () => panel,
  path: '/settings/subscription/plan',
  component: lazyRouteComponent(
    withTexts('money', () => import('./pages/plan/plan-page')),
    'PlanPage',
  ),
})

const invoices = createRoute({
  getParentRoute: () => panel,
  path: '/settings/subscription/invoices',
  component: lazyRouteComponent(
    withTexts('money', () => import('./pages/invoices/invoices-page')),
    'InvoicesPage',
  ),
})

const invoice = createRoute({
  getParentRoute: () => panel,
  path: '/settings/subscription/invoices/$number',
  validateSearch: readInvoiceSearch,
  component: lazyRouteComponent(
    withTexts('money', () => import('./pages/invoices/invoice-page')),
    'InvoicePage',
  ),
})

const loadBills = withTexts(['bills', 'money'], () => import('./pages/bills/bill-pages'))

const bills = createRoute({
  getParentRoute: () => panel,
  path: '/settings/subscription/bills',
  component: lazyRouteComponent(loadBills, 'BillsPage'),
})

const bill = createRoute({
  getParentRoute: () => panel,
  path: '/settings/subscription/bills/$bill',
  validateSearch: (search): { customer?: number | undefined } =>
    isId(search.customer) ? { customer: search.customer } : {},
  component: lazyRouteComponent(loadBills, 'BillPage'),
})

const forecast = createRoute({
  getParentRoute: () => panel,
  path: '/settings/subscription/forecast',
  validateSearch: readForecastSearch,
  component: lazyRouteComponent(
    withTexts('money', () => import('./pages/forecast/forecast-page')),
    'ForecastPage',
  ),
})

const account = createRoute({
  getParentRoute: () => panel,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/account-page'), 'AccountPage'),
})

const imports = createRoute({
  getParentRoute: () => panel,
  path: '/imports',
  component: lazyRouteComponent(
    withTexts('administration', () => import('./pages/imports/imports-page')),
    'ImportsPage',
  ),
})

const connections = createRoute({
  getParentRoute: () => panel,
  path: '/settings/connections',
  component: lazyRouteComponent(
    withTexts(['connections', 'administration'], () => import('./pages/connections/connections-page')),
    'ConnectionsPage',
  ),
})

const operators = createRoute({
  getParentRoute: () => panel,
  path: '/operators',
  component: lazyRouteComponent(
    withTexts('administration', () => import('./pages/operators/operators-page')),
    'OperatorsPage',
  ),
})

const auditLog = createRoute({
  getParentRoute: () => panel,
  path: '/audit-log',
  component: lazyRouteComponent(
    withTexts('administration', () => import('./pages/audit-log/audit-log-page')),
    'AuditLogPage',
  ),
})

const networks = createRoute({
  getParentRoute: () => panel,
  path: '/networks',
  component: lazyRouteComponent(
    withTexts('administration', () => import('./pages/networks/networks-page')),
    'NetworksPage',
  ),
})

const pricePlans = createRoute({
  getParentRoute: () => panel,
  path: '/price-plans',
  component: lazyRouteComponent(
    withTexts(['money', 'pricePlans', 'faults'], () => import('./pages/price-plans/price-plans-page')),
    'PricePlansPage',
  ),
})

const pricePlan = createRoute({
  getParentRoute: () => panel,
  path: '/price-plans/$pricePlan',
  component: lazyRouteComponent(
    withTexts(['money', 'pricePlans', 'faults'], () => import('./pages/price-plans/price-plan-page')),
    'PricePlanPage',
  ),
})

const runs = createRoute({
  getParentRoute: () => panel,
  path: '/runs',
  validateSearch: (search): { run?: number | undefined } => (isId(search.run) ? { run: search.run } : {}),
  component: lazyRouteComponent(
    withTexts(['money', 'administration'], () => import('./pages/runs/runs-page')),
    'RunsPage',
  ),
})

const help = createRoute({
  getParentRoute: () => panel,
  path: '/help',
  component: lazyRouteComponent(() => import('./pages/help/help-page'), 'HelpPage'),
})

const article = createRoute({
  getParentRoute: () => panel,
  path: '/help/$slug',
  component: lazyRouteComponent(() => import('./pages/help/article-page'), 'ArticlePage'),
})

const helpFeedback = createRoute({
  getParentRoute: () => panel,
  path: '/help-feedback',
  component: lazyRouteComponent(
    withTexts('administration', () => import('./pages/help-feedback/help-feedback-page')),
    'HelpFeedbackPage',
  ),
})

const assistant = createRoute({
  getParentRoute: () => panel,
  path: '/assistant',
  validateSearch: (search): { conversation?: number | undefined } =>
    isId(search.conversation) ? { conversation: search.conversation } : {},
  component: lazyRouteComponent(
    withTexts('assistant', () => import('./pages/assistant/assistant-page')),
    'AssistantPage',
  ),
})

const PANEL_PAGES = [
  overview,
  customers,
  customer,
  activeUsers,
  plan,
  invoices,
  invoice,
  bills,
  bill,
  forecast,
  account,
  imports,
  connections,
  operators,
  auditLog,
  networks,
  pricePlans,
  pricePlan,
  runs,
  help,
  article,
  helpFeedback,
  assistant,
] as const

const tree = root.addChildren([
  entry.addChildren([signIn, firstRun, forgottenPassword, resetPassword, invitation, confirmEmail]),
  panel.addChildren(PANEL_PAGES),
])

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: FaultPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })
}
