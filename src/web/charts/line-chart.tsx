import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { dayMs } from '#training/day-ms.ts'
import { Icon } from '../parts/icon.tsx'
import { dateText } from '../words.ts'
import { smooth, ticks } from './scale.ts'
import { useWidth } from './use-width.ts'

/** A point of a chart; `x` in days since 1970. */
export interface Point {
  readonly x: number
  readonly y: number
  readonly isRecord?: boolean
  readonly workoutId?: string
}

/** The space for labels, in CSS pixels. */
const right = 36
const bottom = 22
const top = 10
const maxLines = 4
/** The distance of the forecast from the last point, in CSS pixels. */
const ahead = 26
/** 80% of normally distributed values are within this many standard deviations of the mean. */
const bandDeviations = 1.28

/** Points, the trend through them, and the band that contains 80% of them. Arrow keys move along the points. */
export function LineChart<P extends Point>({
  points,
  label,
  title,
  unit,
  textOf,
  detailOf,
  badge,
  hasBand = false,
  isSmall = false,
  flatSince,
  next,
}: {
  points: readonly P[]
  label: string
  title: string
  unit: string
  textOf: (value: number) => string
  detailOf?: (point: P) => string
  badge?: ComponentChildren
  hasBand?: boolean
  /** Whether it is beside something more important. */
  isSmall?: boolean
  /** Where the current plateau begins, in days since 1970. */
  flatSince?: number | undefined
  /** The forecast after the last point, with its 80% interval. */
  next?: { readonly low: number; readonly center: number; readonly high: number } | undefined
}) {
  const { box, width } = useWidth(326)
  const chosen = useSignal<number | undefined>(undefined)
  const lastIndex = points.length - 1
  const chosenIndex = Math.min(chosen.value ?? lastIndex, lastIndex)
  const point = points[chosenIndex]
  if (!point) return <p class="soft">No data in this range.</p>
  const height = width > 460 ? 280 : 210
  const trend = smooth(points)
  const trendAt = (index: number) => trend[index] ?? 0
  const squares = points.reduce((sum, { y }, index) => sum + (y - trendAt(index)) ** 2, 0)
  const spread = Math.sqrt(squares / points.length) * bandDeviations
  const values = points.flatMap(({ y }, index) => [y, trendAt(index) - spread, trendAt(index) + spread])
  if (next) values.push(next.low, next.high)
  const [minValue, maxValue] = [Math.min(...values), Math.max(...values)]
  const pad = Math.max((maxValue - minValue) * 0.08, Math.abs(maxValue) * 0.01, 0.5)
  const [low, high] = [minValue - pad, maxValue + pad]
  const first = points[0]?.x ?? 0
  const span = Math.max((points[lastIndex]?.x ?? 0) - first, 1)
  const plotWidth = width - right
  const xOf = (x: number) => 4 + ((x - first) / span) * (plotWidth - 10 - (next ? ahead : 0))
  const yOf = (y: number) => top + (1 - (y - low) / (high - low)) * (height - top - bottom)
  const at = (x: number, y: number) => `${xOf(x).toFixed(1)} ${yOf(y).toFixed(1)}`
  const trendWith = (offset: number) => points.map(({ x }, index) => at(x, trendAt(index) + offset))
  const curve = trendWith(0)
  const nextAt = (value: number) => `${xOf(first + span) + ahead} ${yOf(value)}`
  const band = [
    ...trendWith(spread),
    ...(next ? [nextAt(next.high), nextAt(next.low)] : []),
    ...trendWith(-spread).reverse(),
  ]
  const choose = (index: number) => {
    chosen.value = Math.max(0, Math.min(lastIndex, index))
  }
  const chooseAt = (event: PointerEvent) => {
    const { currentTarget, clientX } = event
    if (!(currentTarget instanceof Element)) return
    const x = clientX - currentTarget.getBoundingClientRect().left
    const distances = points.map((candidate) => Math.abs(xOf(candidate.x) - x))
    choose(distances.indexOf(Math.min(...distances)))
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: chosenIndex - 1,
    ArrowRight: chosenIndex + 1,
    Home: 0,
    End: lastIndex,
  }
  const onKey = (event: KeyboardEvent) => {
    const index = steps[event.key]
    if (index === undefined) return
    event.preventDefault()
    choose(index)
  }
  const flatX = xOf(Math.max(flatSince ?? 0, first))
  const valueText = `${dateText(point.x * dayMs, 'short')}: ${textOf(point.y)} ${unit}`
  return (
    <>
      <div>
        <span class="label">
          {title} · {dateText(point.x * dayMs, 'short')}
          {detailOf && `, ${detailOf(point)}`}
        </span>
        <div class="flex between end">
          <div class={isSmall ? 't-l' : 'hero-num'}>
            {textOf(point.y)}
            {unit && <span class="unit">{unit}</span>}
          </div>
          {badge}
        </div>
      </div>
      <div
        ref={box}
        class="points"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={chosenIndex + 1}
        aria-valuetext={valueText}
        onKeyDown={onKey}
        onPointerDown={chooseAt}
        onPointerMove={(event) => {
          if (event.buttons > 0) chooseAt(event)
        }}
      >
        <svg class="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {ticks(low, high, maxLines).map((value) => (
            <>
              <line class="grid" x1="0" x2={plotWidth} y1={yOf(value)} y2={yOf(value)} />
              <text x={width} y={yOf(value) + 4} text-anchor="end">
                {textOf(value)}
              </text>
            </>
          ))}
          {monthsBetween(first, first + span).map(({ x, name }) => (
            <text x={xOf(x)} y={height - 4}>
              {name}
            </text>
          ))}
          {flatSince !== undefined && (
            <>
              <rect
                class="flat"
                x={flatX}
                y={top}
                width={Math.max(0, xOf(first + span) - flatX)}
                height={height - top - bottom}
              />
              <text x={flatX + 4} y={top + 12}>
                plateau
              </text>
            </>
          )}
          {hasBand && <path class="band" d={`M${band.join('L')}Z`} />}
          <path class="trend" d={`M${curve.join('L')}`} />
          {next && <path class="trend next" d={`M${curve.at(-1)}L${nextAt(next.center)}`} />}
          {points.map(({ x, y, isRecord }) => (
            <circle class={isRecord ? 'dot pr' : 'dot'} cx={xOf(x)} cy={yOf(y)} r={isRecord ? 4.5 : 2.25} />
          ))}
          <line class="here" x1={xOf(point.x)} x2={xOf(point.x)} y1={top} y2={height - bottom} />
          <circle class="knob" cx={xOf(point.x)} cy={yOf(point.y)} r="5" />
        </svg>
      </div>
      {hasBand && points.length > 2 && (
        <div class="legend">
          <span>
            <svg aria-hidden="true">
              <path d="M0 6H16" class="lg-line" />
            </svg>
            trend
          </span>
          <span>
            <svg aria-hidden="true">
              <rect width="16" height="12" rx="3" class="lg-band" />
            </svg>
            80% of sessions
          </span>
          {points.some(({ isRecord }) => isRecord) && (
            <span>
              <svg aria-hidden="true">
                <circle cx="8" cy="6" r="4.5" class="lg-pr" />
              </svg>
              record
            </span>
          )}
        </div>
      )}
      <details>
        <summary>
          <Icon name="chevron-down" size="s" />
          Show as table
        </summary>
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">
                {title} {unit && `(${unit})`}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ x, y }) => (
              <tr>
                <th scope="row">{dateText(x * dayMs, 'short')}</th>
                <td>{textOf(y)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

const maxMonths = 5

/** Labels at the starts of months in a range of days, thinned out to a few. */
function monthsBetween(from: number, to: number): { readonly x: number; readonly name: string }[] {
  const months = []
  const start = new Date(from * dayMs)
  for (let month = 1; month < 600; month++) {
    const monthStart = new Date(start.getFullYear(), start.getMonth() + month, 1).getTime() / dayMs
    if (monthStart > to) break
    const isLong = to - from > 500
    months.push({
      x: monthStart,
      name: isLong
        ? String(new Date(monthStart * dayMs + dayMs / 2).getFullYear())
        : dateText(monthStart * dayMs + dayMs / 2, 'month'),
    })
  }
  const every = Math.ceil(months.length / maxMonths)
  const spaced = months.filter((_, index) => index % every === 0)
  return spaced.filter(({ name }, index) => name !== spaced[index - 1]?.name)
}
