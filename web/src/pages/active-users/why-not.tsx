/** Customers whom the search finds and who do not count here, so that one can ask why not. */
import { UnstyledButton } from '@mantine/core'
import { type InfiniteData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isNarrowed, type View } from '../../api/active-users'
import type { Schemas } from '../../api/client'
import { customersQuery } from '../../api/customers'
import { Card } from '../../ui/card'
import classes from './why-not.module.css'

interface WhyNotProps {
  readonly view: View
  readonly listed: InfiniteData<Schemas['ActiveUserPage']> | undefined
}

const ASKED = 20
const MOST_SHOWN = 5

export function WhyNot({ view, listed }: WhyNotProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const customers = useQuery({
    ...customersQuery({ network: view.network, search: view.search, limit: ASKED }),
    enabled: view.search !== '',
  })
  const first = listed?.pages[0]
  // with more pages, or a filter beside the search, one who is not in the list may count all the same
  const isWhole = first?.nextCursor === null && !isNarrowed({ ...view, search: '' })
  const counting = new Set(first?.activeUsers.map(({ customerId }) => customerId))
  const others = (customers.data?.items ?? []).filter(({ customerId }) => !counting.has(customerId))
  if (view.search === '' || !isWhole || others.length === 0) return null
  return (
    <Card title={t('whyNot.title')} description={t('whyNot.about')} isFlush>
      <ul className={classes.list}>
        {others.slice(0, MOST_SHOWN).map(({ customerId, name, email, company }) => (
          <li key={customerId}>
            <UnstyledButton
              className={classes.customer}
              onClick={() =>
                void navigate({ to: '.', search: (before) => ({ ...before, customer: customerId }) })
              }
            >
              <strong>{name}</strong>
              <span>{company ?? email}</span>
              <em>{t('whyNot.ask')}</em>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
