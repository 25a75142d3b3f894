import { weekOf } from '#training/periods.ts'
import { ticks } from '../charts/scale.ts'
import { useWidth } from '../charts/use-width.ts'
import { dayOf, today, weekStart, workoutsFromDay } from '../figures/performed.ts'
import { settings } from '../state/settings.ts'
import { dateText, tenthsText, wholeText } from '../words.ts'
import { totalsOf } from '../workout/totals.ts'

const weeks = 12
const daysOfWeek = 7
const dayMs = 86_400_000
const right = 40
const height = 150

/** The volume of each recent week. */
export function Load() {
  const { box, width } = useWidth(326)
  const first = weekOf(today(), weekStart.value) - (weeks - 1) * daysOfWeek
  const starts = Array.from({ length: weeks }, (_, index) => first + index * daysOfWeek)
  const volumes = starts.map(() => 0)
  for (const workout of workoutsFromDay(first)) {
    const week = Math.floor((dayOf(workout) - first) / daysOfWeek)
    volumes[week] = (volumes[week] ?? 0) + totalsOf(workout).volume
  }
  const isTons = settings.value.unit === 'kg' && Math.max(...volumes) >= 10_000
  const unit = isTons ? 't' : settings.value.unit
  const text = (value: number) => (isTons ? tenthsText(value / 1000) : wholeText(value))
  const thisWeek = volumes.at(-1) ?? 0
  const earlierWeeks = volumes.slice(-5, -1)
  const mean = earlierWeeks.reduce((sum, volume) => sum + volume, 0) / Math.max(1, earlierWeeks.length)
  const maxVolume = Math.max(...volumes, 1)
  const plotWidth = width - right
  const barWidth = (plotWidth / weeks) * 0.68
  const yOf = (value: number) => 12 + (1 - value / maxVolume) * (height - 36)
  return (
    <section class="section">
      <header>
        <h2>Load</h2>
      </header>
      <div class="card">
        <div class="flex between end">
          <div>
            <span class="label">This week</span>
            <div class="t-l">
              {text(thisWeek)}
              <span class="unit">{unit}</span>
            </div>
          </div>
          {mean > 0 && <span class="badge">{Math.round((thisWeek / mean) * 100)}% of a usual week</span>}
        </div>
        <div ref={box}>
          <svg
            class="chart"
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={`Volume of ${weeks} weeks, the last ${text(thisWeek)} ${unit}`}
          >
            {ticks(0, maxVolume, 3).map((value) => (
              <>
                <line class="grid" x1="0" x2={plotWidth} y1={yOf(value)} y2={yOf(value)} />
                <text x={width} y={yOf(value) + 4} text-anchor="end">
                  {text(value)}
                </text>
              </>
            ))}
            {volumes.map((value, index) => (
              <rect
                class={index === weeks - 1 ? 'bar on' : 'bar'}
                x={(plotWidth / weeks) * index + barWidth * 0.2}
                y={yOf(value)}
                width={barWidth}
                height={Math.max(0, yOf(0) - yOf(value))}
                rx="3"
              />
            ))}
            {starts.map((start, index) =>
              index % 4 === 0 ? (
                <text x={(plotWidth / weeks) * index} y={height - 4}>
                  {dateText((start + 0.5) * dayMs, 'dayMonth')}
                </text>
              ) : null,
            )}
          </svg>
        </div>
      </div>
    </section>
  )
}
