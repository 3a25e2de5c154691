/** A curve of an amount over a number, with a point that can be moved along it and marks where it falls. */
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { niceTicks } from './chart-ticks'
import classes from './curve-chart.module.css'

export interface CurvePoint {
  readonly x: number
  readonly y: number
}

interface CurveChartProps {
  /** One for each whole number from 0 on. */
  readonly points: readonly CurvePoint[]
  /** Numbers at which the curve falls. */
  readonly cliffs: readonly number[]
  /** Where one stands now. */
  readonly here?: CurvePoint | undefined
  /** The number that is read; without it the chart keeps its own. */
  readonly chosen?: number | undefined
  readonly onChoose?: ((x: number) => void) | undefined
  readonly formatX: (x: number) => string
  readonly formatY: (y: number) => string
  readonly words: {
    readonly label: string
    readonly here: string
    readonly cliff: string
    readonly slider: string
    readonly x: string
    /** What is said of the point that is chosen. */
    readonly reading: (point: CurvePoint) => string
  }
}

const HEIGHT = 260
const MARGIN = { top: 22, right: 16, bottom: 40, left: 68 } as const
const FALLBACK_WIDTH = 640
/** Below this, fewer numbers stand at the axes. */
const NARROW = 480

export function CurveChart(props: CurveChartProps) {
  const { points, cliffs, here, formatX, formatY, words, onChoose } = props
  const { ref, width: measured } = useElementSize()
  const last = points.at(-1)?.x ?? 0
  const [own, setOwn] = useState<number>()
  const chosen = props.chosen ?? own
  const width = measured === 0 ? FALLBACK_WIDTH : measured
  const at = Math.min(chosen ?? here?.x ?? Math.round(last / 2), last)
  const read = points[at] ?? { x: 0, y: 0 }
  const scale = scaleOf(points, width)
  const line = points.map(({ x, y }) => `${scale.x(x).toFixed(1)},${scale.y(y).toFixed(1)}`).join(' ')
  const bottom = HEIGHT - MARGIN.bottom
  return (
    <div ref={ref} className={classes.chart}>
      <svg role="img" aria-label={words.label} width={width} height={HEIGHT} className={classes.drawing}>
        {scale.yTicks.map((tick) => (
          <g key={tick}>
            <line
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={scale.y(tick)}
              y2={scale.y(tick)}
              className={classes.grid}
            />
            <text x={MARGIN.left - 10} y={scale.y(tick) + 4} textAnchor="end" className={classes.tick}>
              {formatY(tick)}
            </text>
          </g>
        ))}
        {scale.xTicks.map((tick) => (
          <text key={tick} x={scale.x(tick)} y={bottom + 18} textAnchor="middle" className={classes.tick}>
            {formatX(tick)}
          </text>
        ))}
        <text
          x={(MARGIN.left + width - MARGIN.right) / 2}
          y={HEIGHT - 4}
          textAnchor="middle"
          className={classes.tick}
        >
          {words.x}
        </text>
        {cliffs.map((x) => (
          <g key={x} className={classes.cliff}>
            <line x1={scale.x(x)} x2={scale.x(x)} y1={MARGIN.top} y2={bottom} />
            <text x={scale.x(x)} y={MARGIN.top - 8} textAnchor="middle">
              {words.cliff} {formatX(x)}
            </text>
          </g>
        ))}
        <polyline
          points={`${MARGIN.left},${bottom} ${line} ${scale.x(last)},${bottom}`}
          className={classes.area}
        />
        <polyline points={line} className={classes.line} />
        <line
          x1={scale.x(read.x)}
          x2={scale.x(read.x)}
          y1={scale.y(read.y)}
          y2={bottom}
          className={classes.drop}
        />
        <circle cx={scale.x(read.x)} cy={scale.y(read.y)} r="5" className={classes.chosen} />
        {here !== undefined && (
          <g className={classes.here}>
            <circle cx={scale.x(here.x)} cy={scale.y(here.y)} r="6" />
            <text
              x={scale.x(here.x)}
              y={scale.y(here.y) - 12}
              textAnchor={here.x > last * 0.8 ? 'end' : here.x < last * 0.15 ? 'start' : 'middle'}
            >
              {words.here}
            </text>
          </g>
        )}
      </svg>
      <div
        className={classes.reader}
        style={{ paddingLeft: MARGIN.left - 8, paddingRight: MARGIN.right - 8 }}
      >
        <input
          type="range"
          min={0}
          max={last}
          value={at}
          aria-label={words.slider}
          aria-valuetext={words.reading(read)}
          onChange={(event) => (onChoose ?? setOwn)(Number(event.currentTarget.value))}
        />
        <output className={classes.reading}>{words.reading(read)}</output>
      </div>
    </div>
  )
}

function scaleOf(points: readonly CurvePoint[], width: number) {
  const last = Math.max(1, points.at(-1)?.x ?? 1)
  const most = Math.max(1, ...points.map(({ y }) => y))
  const isNarrow = width < NARROW
  const yTicks = niceTicks(most, 4)
  const top = Math.max(most, yTicks.at(-1) ?? 0)
  return {
    x: (x: number) => MARGIN.left + (x * (width - MARGIN.left - MARGIN.right)) / last,
    y: (y: number) => HEIGHT - MARGIN.bottom - (y * (HEIGHT - MARGIN.top - MARGIN.bottom)) / top,
    xTicks: niceTicks(last, isNarrow ? 4 : 8).filter((tick) => tick <= last),
    yTicks,
  }
}
