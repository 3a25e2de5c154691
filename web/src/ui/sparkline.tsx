/** A small line of figures, the oldest at the left; what it shows is said beside it or in its label. */
interface SparklineProps {
  readonly values: readonly number[]
  readonly label: string
}

const WIDTH = 88
const HEIGHT = 24
const MARGIN = 2

export function Sparkline({ values, label }: SparklineProps) {
  const most = Math.max(1, ...values)
  const x = (index: number) => MARGIN + (index * (WIDTH - 2 * MARGIN)) / Math.max(1, values.length - 1)
  const y = (value: number) => HEIGHT - MARGIN - (value * (HEIGHT - 2 * MARGIN)) / most
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`)
  const last = values.length - 1
  return (
    <svg
      role="img"
      aria-label={label}
      style={{ display: 'block' }}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      {last >= 0 && <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2" fill="var(--accent)" />}
    </svg>
  )
}
