/** What the navigation lists, in its order, and who sees it. */
import {
  type Icon,
  IconBuildingCommunity,
  IconChartBar,
  IconChartDots,
  IconCreditCard,
  IconFileImport,
  IconHelp,
  IconHistory,
  IconMessage2,
  IconMessageQuestion,
  IconPlugConnected,
  IconReceipt,
  IconReceiptRefund,
  IconRefresh,
  IconShieldCog,
  IconTags,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react'
import type { Right } from '../api/session'

export interface NavigationItem {
  readonly name:
    | 'overview'
    | 'customers'
    | 'activeUsers'
    | 'plan'
    | 'invoices'
    | 'bills'
    | 'forecast'
    | 'imports'
    | 'connections'
    | 'operators'
    | 'auditLog'
    | 'networks'
    | 'pricePlans'
    | 'runs'
    | 'helpFeedback'
    | 'assistant'
    | 'help'
  readonly to:
    | '/'
    | '/customers'
    | '/settings/subscription/active-users'
    | '/settings/subscription/plan'
    | '/settings/subscription/invoices'
    | '/settings/subscription/bills'
    | '/settings/subscription/forecast'
    | '/imports'
    | '/settings/connections'
    | '/operators'
    | '/audit-log'
    | '/networks'
    | '/price-plans'
    | '/runs'
    | '/help-feedback'
    | '/assistant'
    | '/help'
  readonly icon: Icon
  readonly right?: Right
}

export interface NavigationGroup {
  readonly name: 'main' | 'subscription' | 'administration' | 'platform' | 'help'
  readonly items: readonly NavigationItem[]
}

export const NAVIGATION: readonly NavigationGroup[] = [
  {
    name: 'main',
    items: [
      { name: 'overview', to: '/', icon: IconChartBar },
      { name: 'customers', to: '/customers', icon: IconUsers, right: 'counts.read' },
    ],
  },
  {
    name: 'subscription',
    items: [
      {
        name: 'activeUsers',
        to: '/settings/subscription/active-users',
        icon: IconUserCheck,
        right: 'counts.read',
      },
      { name: 'plan', to: '/settings/subscription/plan', icon: IconCreditCard, right: 'billing.read' },
      { name: 'invoices', to: '/settings/subscription/invoices', icon: IconReceipt, right: 'billing.read' },
      { name: 'bills', to: '/settings/subscription/bills', icon: IconReceiptRefund, right: 'billing.read' },
      { name: 'forecast', to: '/settings/subscription/forecast', icon: IconChartDots, right: 'billing.read' },
    ],
  },
  {
    name: 'administration',
    items: [
      { name: 'imports', to: '/imports', icon: IconFileImport, right: 'imports.run' },
      {
        name: 'connections',
        to: '/settings/connections',
        icon: IconPlugConnected,
        right: 'connections.manage',
      },
      {
        name: 'operators',
        to: '/operators',
        icon: IconShieldCog,
        right: 'operators.manage',
      },
      { name: 'auditLog', to: '/audit-log', icon: IconHistory, right: 'audit.read' },
    ],
  },
  {
    name: 'platform',
    items: [
      {
        name: 'networks',
        to: '/networks',
        icon: IconBuildingCommunity,
        right: 'networks.manage',
      },
      {
        name: 'pricePlans',
        to: '/price-plans',
        icon: IconTags,
        right: 'networks.manage',
      },
      { name: 'runs', to: '/runs', icon: IconRefresh, right: 'networks.manage' },
      { name: 'helpFeedback', to: '/help-feedback', icon: IconMessageQuestion, right: 'feedback.read' },
    ],
  },
  {
    name: 'help',
    items: [
      { name: 'assistant', to: '/assistant', icon: IconMessage2 },
      { name: 'help', to: '/help', icon: IconHelp },
    ],
  },
]
