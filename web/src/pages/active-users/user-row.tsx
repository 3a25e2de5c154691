import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ActiveUser } from '../../api/active-users'
import { useFormat } from '../../components/format'
import { SourceChips } from '../../components/source-label'
import { StateBadge } from '../../components/state-badge'
import type { Column } from './shown-columns'
import classes from './user-table.module.css'

/** What is said of a customer beside his name, where it holds. */
const STATES = [
  ['isSuspended', 'suspended'],
  ['isArchived', 'archived'],
  ['isDisputable', 'disputable'],
] as const

interface UserRowProps {
  readonly user: ActiveUser
  readonly timeZone: string
  readonly columns: readonly Column[]
  readonly onOpen: (customer: number) => void
}

/** The cells of one active user; the name opens the evidence, and a click anywhere does too. */
export function UserRow({ user, timeZone, columns, onOpen }: UserRowProps) {
  const { t } = useTranslation()
  const { day } = useFormat()
  const cells: Readonly<Record<Column, React.ReactNode>> = {
    email: user.email,
    company: user.company,
    kind: t(`activeUsers.kinds.${user.kind}`),
    sources: <SourceChips sources={user.sources} />,
    teams: user.teams.join(', '),
    since: day(user.firstEvidenceAt, timeZone),
  }
  return (
    <>
      <td data-column="name">
        <UnstyledButton className={classes.name} onClick={() => onOpen(user.customerId)}>
          {user.name}
        </UnstyledButton>
        {STATES.filter(([state]) => user[state]).map(([state, name]) => (
          <StateBadge key={state} state={name} size="sm" ml={6} isPassedBy>
            {t(`activeUsers.states.${state}`)}
          </StateBadge>
        ))}
        <span className={classes.under}>{user.email}</span>
      </td>
      {columns.map((column) => (
        <td key={column} data-column={column}>
          {cells[column]}
        </td>
      ))}
    </>
  )
}
