/**
 * The way from one figure to another, step by step, as bars in a table: each row says in words and figures
 * what its bars draw. Two measures stand side by side.
 */
import type { ReactNode } from 'react'
import table from './table.module.css'
import classes from './waterfall.module.css'

export interface WaterfallRow {
  readonly key: string
  readonly label: ReactNode
  /** A figure that stands for itself, or a step from the one before. */
  readonly kind: 'total' | 'step'
  readonly values: readonly number[]
}

interface WaterfallProps {
  readonly label: string
  readonly rows: readonly WaterfallRow[]
  readonly measures: readonly {
    readonly name: string
    readonly total: (value: number) => string
    readonly step: (value: number) => string
  }[]
  readonly stepHeading: string
}

export function Waterfall({ label, rows, measures, stepHeading }: WaterfallProps) {
  const spans = measures.map((_, measure) => spansOf(rows, measure))
  return (
    <table className={`${table.table} ${classes.waterfall}`} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{stepHeading}</th>
          {measures.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.key} data-kind={row.kind}>
            <th scope="row">{row.label}</th>
            {measures.map(({ name, total, step }, measure) => {
              const value = row.values[measure] ?? 0
              const span = spans[measure]?.[at] ?? { from: 0, size: 0 }
              return (
                <td key={name} data-measure={name}>
                  <span className={classes.cell}>
                    <span className={classes.track} aria-hidden>
                      <span
                        className={classes.bar}
                        data-sign={row.kind === 'total' ? 'total' : value < 0 ? 'less' : 'more'}
                        style={{ left: `${span.from}%`, width: `max(2px, ${span.size}%)` }}
                      />
                    </span>
                    <span className={classes.figure}>
                      {row.kind === 'total' ? total(value) : step(value)}
                    </span>
                  </span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where each bar begins and how long it is, in percent of the largest figure on the way. */
function spansOf(rows: readonly WaterfallRow[], measure: number) {
  let running = 0
  const bounds = rows.map(({ kind, values }) => {
    const value = values[measure] ?? 0
    const from = kind === 'total' ? 0 : running
    running = kind === 'total' ? value : running + value
    return [Math.min(from, running), Math.max(from, running)] as const
  })
  const most = Math.max(1, ...bounds.map(([, to]) => to))
  return bounds.map(([from, to]) => ({ from: (from / most) * 100, size: ((to - from) / most) * 100 }))
}
