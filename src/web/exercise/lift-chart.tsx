import { dayMs } from '#training/day-ms.ts'
import { exceeds } from '#training/exceeds.ts'
import { LineChart } from '../charts/line-chart.tsx'
import { figure } from '../figures/ask.ts'
import { today } from '../figures/performed.ts'
import type { Questions } from '../figures/questions.ts'
import { Icon } from '../parts/icon.tsx'
import type { IconName } from '../parts/icon-names.ts'
import { nameOf } from '../state/catalogue.ts'
import { sessionsOf } from '../state/history.ts'
import { settings } from '../state/settings.ts'
import { dateText, tenthsText } from '../words.ts'
import { gramsInUnit, setsText } from '../workout/figures.ts'
import { type ChartMetric, seriesOf } from './chart-metrics.ts'

/** The number of days in a chart beside a workout. */
const paneDays = 84

/** The progress of an exercise in the last `days` days, and what explains it. */
export function LiftChart({
  exerciseId,
  figures: { progress, expected },
  days,
  metric = 'trend',
  isSmall = false,
}: {
  exerciseId: string
  figures: NonNullable<Questions['exercise']['answer']>
  days: number
  metric?: ChartMetric
  isSmall?: boolean
}) {
  const sessions = sessionsOf(exerciseId)
  const { name, unit, figureOf, textOf } = seriesOf(progress, metric)
  // The rest is about the figure that the trend follows.
  const isTrend = metric === 'trend'
  const isLoad = isTrend && (progress.metric === 'one_rep_max' || progress.metric === 'level')
  const since = today() - days
  let best = 0
  const points = progress.points.flatMap((point) => {
    const value = figureOf(point)
    if (!value) return []
    const isRecord = best > 0 && exceeds(value, best)
    best = Math.max(best, value)
    const { day, performedAt, workoutId } = point
    return day < since ? [] : [{ x: performedAt / dayMs, y: value, isRecord, workoutId }]
  })
  const trend = isTrend ? progress.trend : undefined
  const perWeek = trend && trend.percentPerFourWeeks / 4
  const next =
    isLoad && expected
      ? {
          low: gramsInUnit(expected.lowGrams),
          center: gramsInUnit(expected.valueGrams),
          high: gramsInUnit(expected.highGrams),
        }
      : undefined
  return (
    <>
      <LineChart
        points={points}
        label={`${name} of ${nameOf(exerciseId)}`}
        title={name}
        unit={unit}
        textOf={textOf}
        detailOf={(point) => {
          const session = sessions.find(({ workout }) => workout.id === point.workoutId)
          return session ? setsText(session.sets) : ''
        }}
        badge={
          <div class="right">
            {perWeek !== undefined && (
              <span class={perWeek > 0 ? 'badge ok' : 'badge'}>
                <Icon name={iconOf(perWeek)} size="s" />
                {tenthsText(Math.abs(perWeek))}% a week
              </span>
            )}
            {next && (
              <p class="label">
                80%: {textOf(next.low)}–{textOf(next.high)} {unit}
              </p>
            )}
          </div>
        }
        next={next}
        hasBand
        isSmall={isSmall}
        flatSince={isTrend ? progress.plateau?.since : undefined}
      />
      {points.length < 2 && (
        <p class="small soft">
          {sessions.length < 2
            ? 'A trend needs at least two sessions; you have one.'
            : 'Fewer than two sessions in this range.'}
        </p>
      )}
      {isTrend && progress.inCut && <p class="small soft">{progress.inCut.text}</p>}
      {isTrend && progress.plateau && (
        <p class="small soft">
          No progress since {dateText(progress.plateau.since * dayMs, 'dayMonth')}. A lighter week or another
          rep range often helps.
        </p>
      )}
    </>
  )
}

/** Less change than this, in percent, is shown as 0. */
const minShownPercent = 0.05

function iconOf(percentPerWeek: number): IconName {
  if (Math.abs(percentPerWeek) < minShownPercent) return 'equal'
  return percentPerWeek > 0 ? 'trending-up' : 'trending-down'
}

/** The recent progress of an exercise, beside a workout. */
export function LiftPane({ exerciseId }: { exerciseId: string }) {
  const { bodyweightGoal } = settings.value
  const figures = figure('exercise', { exerciseId, bodyweightGoal })
  if (!figures) return null
  return (
    <section class="card">
      <h2>{nameOf(exerciseId)}</h2>
      <LiftChart exerciseId={exerciseId} figures={figures} days={paneDays} isSmall />
    </section>
  )
}
