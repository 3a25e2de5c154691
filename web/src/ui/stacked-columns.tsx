/**
 * Figures over time, each made of parts that add up. One stop for the Tab key; arrows go from column to
 * column, and what the pointer or the focus is on tells its parts.
 */
import { type KeyboardEvent, useRef, useState } from 'react'
import classes from './stacked-columns.module.css'

export interface Layer {
  readonly name: string
  /** A colour as CSS has it. */
  readonly colour: string
}

export interface Column {
  /** Short, below the column. */
  readonly mark: string
  readonly title: string
  /** In the order of the layers. */
  readonly parts: readonly number[]
  /** What a screen reader says of it. */
  readonly sentence: string
  /** Not finished yet. */
  readonly isOpen: boolean
}

interface StackedColumnsProps {
  readonly label: string
  readonly layers: readonly Layer[]
  readonly columns: readonly Column[]
  readonly format: (value: number) => string
  readonly totalLabel: string
  /** What a press on a column does, with its words. */
  readonly choosing?: { readonly hint: string; readonly choose: (index: number) => void } | undefined
}

export function StackedColumns({
  label,
  layers,
  columns,
  format,
  totalLabel,
  choosing,
}: StackedColumnsProps) {
  const [current, setCurrent] = useState(columns.length - 1)
  const [shown, setShown] = useState<number>()
  const row = useRef<HTMLDivElement>(null)
  const ticks = ticksUpTo(Math.max(0, ...columns.map(sum)))
  const top = ticks.at(-1) ?? 1
  const go = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setShown(undefined)
    const next = nextOf(event.key, current, columns.length)
    if (next === undefined) return
    event.preventDefault()
    setCurrent(next)
    row.current?.querySelectorAll('button')[next]?.focus()
  }
  const column = shown === undefined ? undefined : columns[shown]
  return (
    <fieldset className={classes.chart} aria-label={label}>
      <div className={classes.plot} aria-hidden>
        {ticks.map((tick) => (
          <div key={tick} className={classes.line} style={{ bottom: `${(100 * tick) / top}%` }}>
            <span>{format(tick)}</span>
          </div>
        ))}
      </div>
      <div className={classes.columns} ref={row}>
        {columns.map((one, index) => (
          <button
            key={one.title}
            type="button"
            className={classes.column}
            tabIndex={index === current ? 0 : -1}
            aria-label={one.sentence}
            onKeyDown={go}
            onFocus={() => {
              setCurrent(index)
              setShown(index)
            }}
            onBlur={() => setShown(undefined)}
            onPointerEnter={() => setShown(index)}
            onPointerLeave={() => setShown(undefined)}
            onClick={() => (choosing === undefined ? setShown(index) : choosing.choose(index))}
            data-open={one.isOpen}
            data-shown={index === shown}
          >
            <span className={classes.space}>
              <span className={classes.stack} style={{ height: `${(100 * sum(one)) / top}%` }}>
                {layers.map(({ name, colour }, layer) => (
                  <span key={name} style={{ flexGrow: one.parts[layer] ?? 0, background: colour }} />
                ))}
              </span>
            </span>
            <span className={classes.mark}>{one.mark}</span>
          </button>
        ))}
      </div>
      {column !== undefined && shown !== undefined && (
        <Tip
          column={column}
          layers={layers}
          format={format}
          totalLabel={totalLabel}
          hint={choosing?.hint}
          at={(shown + 0.5) / columns.length}
        />
      )}
    </fieldset>
  )
}

interface TipProps extends Pick<StackedColumnsProps, 'layers' | 'format' | 'totalLabel'> {
  readonly column: Column
  readonly hint: string | undefined
  /** From the left edge (0) to the right one (1). */
  readonly at: number
}

/** For eyes alone: the column’s own name has the same words. */
function Tip({ column, layers, format, totalLabel, hint, at }: TipProps) {
  const side = at < 0.5 ? { left: `${at * 100}%` } : { right: `${(1 - at) * 100}%` }
  return (
    <div className={classes.area} aria-hidden>
      <div className={classes.tip} style={side} data-side={at < 0.5 ? 'right' : 'left'}>
        <strong>{column.title}</strong>
        <dl>
          {layers
            .map((layer, index) => ({ ...layer, value: column.parts[index] ?? 0 }))
            .filter(({ value }) => value > 0)
            .map(({ name, colour, value }) => (
              <div key={name}>
                <dt>
                  <span className={classes.swatch} style={{ background: colour }} />
                  {name}
                </dt>
                <dd>{format(value)}</dd>
              </div>
            ))}
          <div className={classes.total}>
            <dt>{totalLabel}</dt>
            <dd>{format(sum(column))}</dd>
          </div>
        </dl>
        {hint !== undefined && <p>{hint}</p>}
      </div>
    </div>
  )
}

function sum({ parts }: Pick<Column, 'parts'>): number {
  return parts.reduce((total, part) => total + part, 0)
}

const MOST_STEPS = 4
const STEPS = [1, 2, 5] as const

/** Round numbers from 0 to at least the highest. */
function ticksUpTo(highest: number): readonly number[] {
  for (let power = 1; ; power *= 10) {
    const step = STEPS.map((one) => one * power).find((one) => one * MOST_STEPS >= highest)
    if (step === undefined) continue
    const steps = Math.max(1, Math.ceil(highest / step))
    return Array.from({ length: steps + 1 }, (_, index) => index * step)
  }
}

function nextOf(key: string, current: number, columns: number): number | undefined {
  if (key === 'ArrowLeft') return Math.max(0, current - 1)
  if (key === 'ArrowRight') return Math.min(columns - 1, current + 1)
  if (key === 'Home') return 0
  if (key === 'End') return columns - 1
  return undefined
}
