/** What the navigation lists, in its order, and who sees it. */
import {
  type Icon,
  IconBuildingCommunity,
  IconChartBar,
  IconCreditCard,
  IconFileImport,
  IconHelp,
  IconHistory,
  IconMessage2,
  IconMessageQuestion,
  IconReceipt,
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
    | 'imports'
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
    | '/imports'
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
      { name: 'plan', to: '/settings/subscription/plan', icon: IconCreditCard },
      { name: 'invoices', to: '/settings/subscription/invoices', icon: IconReceipt },
    ],
  },
  {
    name: 'administration',
    items: [
      { name: 'imports', to: '/imports', icon: IconFileImport, right: 'imports.run' },
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
