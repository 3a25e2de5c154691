import { Badge, Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Operator, operatorsQuery } from '../../api/operators'
import { networksQuery } from '../../api/places'
import { useAccount } from '../../api/session'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import { Invitations } from './invitations'
import { InviteDialog } from './invite-dialog'
import { OperatorMenu } from './operator-menu'

export function OperatorsPage() {
  const { t } = useTranslation()
  const [isOpen, { open, close }] = useDisclosure(false)
  const { data, error, refetch } = useQuery(operatorsQuery)
  return (
    <Page
      title={t('navigation.operators')}
      description={t('operators.about')}
      actions={<Button onClick={open}>{t('operators.invite')}</Button>}
    >
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      <Card isFlush>
        {data === undefined ? (
          <Skeleton h={160} radius={0} aria-busy="true" />
        ) : (
          <OperatorTable operators={data} />
        )}
      </Card>
      <Invitations />
      <InviteDialog isOpen={isOpen} onClose={close} />
    </Page>
  )
}

function OperatorTable({ operators }: { readonly operators: readonly Operator[] }) {
  const { t } = useTranslation()
  return (
    <ScrollArea label={t('navigation.operators')}>
      <table className={`${table.table} ${table.stacked}`}>
        <thead>
          <tr>
            <th scope="col">{t('operators.name')}</th>
            <th scope="col">{t('operators.roles')}</th>
            <th scope="col">{t('secondFactor.title')}</th>
            <th scope="col">{t('operators.since')}</th>
            <th scope="col">
              <span className="unseen">{t('operators.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {operators.map((operator) => (
            <Row key={operator.operatorId} operator={operator} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function Row({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation()
  const { day } = useFormat()
  const account = useAccount()
  const { firstName, lastName, email, hasSecondFactor, isDisabled, createdAt, operatorId } = operator
  return (
    <tr>
      <td data-whole>
        <div style={{ fontWeight: 550 }}>
          {firstName} {lastName} {isDisabled && <Badge variant="default">{t('operators.disabled')}</Badge>}
          {operatorId === account.operatorId && <Badge variant="default">{t('operators.you')}</Badge>}
        </div>
        <div className={table.quiet}>{email}</div>
      </td>
      <td data-whole>
        <Roles {...operator} />
      </td>
      <td className={table.quiet} data-head={t('secondFactor.title')}>
        {hasSecondFactor ? t('help.yes') : t('help.no')}
      </td>
      <td className={`${table.nowrap} ${table.quiet} figures`} data-head={t('operators.since')}>
        {day(createdAt)}
      </td>
      <td className={table.figure}>
        {operatorId !== account.operatorId && <OperatorMenu operator={operator} />}
      </td>
    </tr>
  )
}

function Roles({ isPlatform, roles }: Operator) {
  const { t } = useTranslation()
  const { data: networks = [] } = useQuery(networksQuery)
  if (isPlatform) return <span className="capital">{t('roles.platform.name')}</span>
  if (roles.length === 0) return <span className={table.quiet}>{t('common.none')}</span>
  const nameOf = (id: number) => networks.find(({ networkId }) => networkId === id)?.name ?? ''
  return roles.map(({ networkId, role, locationIds }) => (
    <div key={networkId}>
      <span className="capital">{t(`roles.${role}.name`)}</span> ·{' '}
      <span className={table.quiet}>{nameOf(networkId)}</span>
      {locationIds !== 'all' && (
        <span className={table.quiet}> · {t('operators.locationCount', { count: locationIds.length })}</span>
      )}
    </div>
  ))
}
