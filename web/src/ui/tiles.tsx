/** Figures side by side, each with its name and a sentence. */
import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './tiles.module.css'

export function Tiles({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.tiles}>{children}</dl>
}

interface TileProps {
  readonly label: string
  /** Undefined while it comes. */
  readonly value: string | undefined
  readonly note?: ReactNode
}

/** A longer value, such as sums of several currencies, is set smaller. */
const LONGEST_LARGE = 20

export function Tile({ label, value, note }: TileProps) {
  return (
    <div className={classes.tile}>
      <dt>{label}</dt>
      <dd className={classes.value} data-long={value !== undefined && value.length > LONGEST_LARGE}>
        {value ?? <Skeleton h={30} w={72} radius="sm" />}
      </dd>
      <dd className={classes.note}>{note}</dd>
    </div>
  )
}
