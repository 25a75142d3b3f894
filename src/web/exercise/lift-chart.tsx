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
import { clockText, dateText, tenthsText } from '../words.ts'
import { gramsInUnit, setsText } from '../workout/figures.ts'

/** The number of days in a chart beside a workout. */
const paneDays = 84

/** The progress of an exercise in the last `days` days, and what explains it. */
export function LiftChart({
  exerciseId,
  figures: { progress, expected },
  days,
  isSmall = false,
}: {
  exerciseId: string
  figures: NonNullable<Questions['exercise']['answer']>
  days: number
  isSmall?: boolean
}) {
  const { unit } = settings.value
  const sessions = sessionsOf(exerciseId)
  const isLoad = progress.metric === 'one_rep_max' || progress.metric === 'level'
  const figureOf = (value: number) =>
    isLoad ? gramsInUnit(value) : progress.metric === 'distance' ? value / 1_000_000 : value
  const since = today() - days
  let best = 0
  const points = progress.points.flatMap(({ day, value, outlier, performedAt, workoutId }) => {
    if (value === undefined) return []
    const isRecord = best > 0 && exceeds(value, best)
    best = Math.max(best, value)
    return day < since
      ? []
      : [{ x: performedAt / dayMs, y: figureOf(value), isRecord, isOutlier: outlier, workoutId }]
  })
  const perWeek = progress.trend && progress.trend.percentPerFourWeeks / 4
  const metricName = {
    one_rep_max: 'Estimated 1RM',
    level: 'Level',
    reps: 'Most reps',
    duration: 'Longest',
    distance: 'Farthest',
  }[progress.metric]
  const metricUnit = { one_rep_max: unit, level: unit, reps: 'reps', duration: '', distance: 'km' }[
    progress.metric
  ]
  const next =
    isLoad && expected
      ? {
          low: figureOf(expected.lowGrams),
          center: figureOf(expected.valueGrams),
          high: figureOf(expected.highGrams),
        }
      : undefined
  const text = (value: number) => (progress.metric === 'duration' ? clockText(value) : tenthsText(value))
  return (
    <>
      <LineChart
        points={points}
        label={`${metricName} of ${nameOf(exerciseId)}`}
        title={metricName}
        unit={metricUnit}
        textOf={text}
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
                80%: {text(next.low)}–{text(next.high)} {unit}
              </p>
            )}
          </div>
        }
        next={next}
        hasBand
        isSmall={isSmall}
        flatSince={progress.plateau?.since}
      />
      {points.length < 2 && (
        <p class="small soft">
          {sessions.length < 2
            ? 'A trend needs at least two sessions; you have one.'
            : 'Fewer than two sessions in this range.'}
        </p>
      )}
      {progress.inCut && <p class="small soft">{progress.inCut.text}</p>}
      {progress.plateau && (
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
