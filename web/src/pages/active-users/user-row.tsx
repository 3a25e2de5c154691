import { Skeleton } from '@mantine/core'
import { memo } from 'react'
import type { ActiveUser } from '../../api/active-users'
import { CheckCell } from '../../ui/check-cell'
import { hasStates, type RowWords } from './row-words'
import type { Column } from './shown-columns'
import classes from './user-table.module.css'

interface UserRowProps {
  readonly index: number
  /** Undefined while it comes. */
  readonly user: ActiveUser | undefined
  /** From the top of the first row, in pixels. */
  readonly top: number
  readonly height: number
  /** Of a row that may need more than its height. */
  readonly measure: ((row: HTMLElement | null) => void) | undefined
  readonly isLast: boolean
  readonly isChosen: boolean
  readonly columns: readonly Column[]
  readonly words: RowWords
  readonly onToggle: (index: number, isRange: boolean) => void
}

/**
 * Of plain elements that stay the same whoever is shown, since scrolling changes many of them in each frame. What hides
 * what is too long for it costs most there, so that only such cells do. The table hears clicks for all rows.
 */
export const UserRow = memo(function UserRow(props: UserRowProps) {
  const { index, user, top, height, measure, isLast, isChosen, columns } = props
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
      data-last={isLast}
      data-measured={measure !== undefined}
    >
      {user === undefined ? <Coming index={index} columns={columns} /> : <Cells {...props} user={user} />}
    </tr>
  )
})

function Coming({ index, columns }: Pick<UserRowProps, 'index' | 'columns'>) {
  return ['check', 'name', ...columns].map((column) => (
    <td key={column} role="cell" data-column={column}>
      {column !== 'check' && <Skeleton h={12} w={`${40 + ((index * 7) % 30)}%`} radius="sm" />}
    </td>
  ))
}

function Cells({
  index,
  user,
  columns,
  words,
  isChosen,
  onToggle,
}: UserRowProps & { readonly user: ActiveUser }) {
  return (
    <>
      <td role="cell" data-column="check">
        <CheckCell
          label={words.choose(user)}
          isChecked={isChosen}
          onToggle={(isRange) => onToggle(index, isRange)}
        />
      </td>
      <td role="cell" data-column="name" data-stated={hasStates(user)}>
        <button type="button" className={classes.name}>
          {user.name}
        </button>
        {words.states(user)}
        <span className={classes.under}>{user.email}</span>
      </td>
      {columns.map((column) => (
        <td key={column} role="cell" data-column={column}>
          {contentOf(column, user, words)}
        </td>
      ))}
    </>
  )
}

function contentOf(column: Column, user: ActiveUser, words: RowWords) {
  switch (column) {
    case 'email':
    case 'company':
      return user[column]
    case 'teams':
      return user.teams.join(', ')
    case 'kind':
    case 'sources':
    case 'since':
      return words[column](user)
  }
}
