import { Skeleton } from '@mantine/core'
import type { TFunction } from 'i18next'
import { memo } from 'react'
import type { ActiveUser } from '../../api/active-users'
import { SourceChips } from '../../components/source-label'
import { StateBadge } from '../../components/state-badge'
import { CheckCell } from '../../ui/check-cell'
import type { Column } from './shown-columns'
import classes from './user-table.module.css'

/** What is said of a customer beside his name, where it holds. */
const STATES = [
  ['isSuspended', 'suspended'],
  ['isArchived', 'archived'],
  ['isDisputable', 'disputable'],
] as const

interface UserRowProps {
  readonly index: number
  /** Undefined while it comes. */
  readonly user: ActiveUser | undefined
  /** Flies by: his name is enough. */
  readonly isPassing: boolean
  /** From the top of the first row, in pixels. */
  readonly top: number
  readonly height: number
  /** Of a row that may need more than its height. */
  readonly measure: ((row: HTMLElement | null) => void) | undefined
  readonly columns: readonly Column[]
  readonly t: TFunction
  readonly dayOf: (instant: string) => string
  readonly isChosen: boolean
  readonly onOpen: (customer: number) => void
  readonly onToggle: (index: number, isRange: boolean) => void
}

/** The same for as long as nothing of it changes: scrolling draws only rows that come into sight. */
export const UserRow = memo(function UserRow(props: UserRowProps) {
  const { index, user, isPassing, top, height, measure, ...rest } = props
  const { columns, isChosen } = rest
  const size = measure === undefined ? { height } : { minHeight: height }
  return (
    <tr
      ref={measure}
      role="row"
      data-index={index}
      style={{ ...size, transform: `translateY(${top}px)` }}
      aria-rowindex={index + 2}
      className={classes.row}
      data-chosen={isChosen}
      data-measured={measure !== undefined}
    >
      {user === undefined ? (
        <ComingCells index={index} columns={columns} />
      ) : isPassing ? (
        <PassingCells name={user.name} />
      ) : (
        <Cells user={user} index={index} {...rest} />
      )}
    </tr>
  )
})

function ComingCells({ index, columns }: Pick<UserRowProps, 'index' | 'columns'>) {
  return ['check', 'name', ...columns].map((column) => (
    <td key={column} role="cell" data-column={column}>
      {column !== 'check' && <Skeleton h={12} w={`${40 + ((index * 7) % 30)}%`} radius="sm" />}
    </td>
  ))
}

/** Where the name will stand when the eye can follow it. */
function PassingCells({ name }: { readonly name: string }) {
  return (
    <td role="cell" className={classes.passing}>
      {name}
    </td>
  )
}

type CellsProps = Omit<UserRowProps, 'top' | 'height' | 'measure' | 'user' | 'isPassing'> & {
  readonly user: ActiveUser
}

/** The name opens the evidence, and a click anywhere does too. */
function Cells({ index, user, columns, t, dayOf, isChosen, onOpen, onToggle }: CellsProps) {
  const cells: Readonly<Record<Column, () => React.ReactNode>> = {
    email: () => user.email,
    company: () => user.company,
    kind: () => t(`activeUsers.kinds.${user.kind}`),
    sources: () => <SourceChips sources={user.sources} />,
    teams: () => user.teams.join(', '),
    since: () => dayOf(user.firstEvidenceAt),
  }
  return (
    <>
      <td role="cell" data-column="check">
        <CheckCell
          label={t('selection.choose', { name: user.name })}
          isChecked={isChosen}
          onToggle={(isRange) => onToggle(index, isRange)}
        />
      </td>
      <td role="cell" data-column="name" data-has-states={STATES.some(([state]) => user[state])}>
        <button type="button" className={classes.name} onClick={() => onOpen(user.customerId)}>
          {user.name}
        </button>
        {STATES.filter(([state]) => user[state]).map(([state, name]) => (
          <StateBadge key={state} state={name} size="sm" isPassedBy>
            {t(`activeUsers.states.${state}`)}
          </StateBadge>
        ))}
        <span className={classes.under}>{user.email}</span>
      </td>
      {columns.map((column) => (
        <td key={column} role="cell" data-column={column}>
          {cells[column]()}
        </td>
      ))}
    </>
  )
}
