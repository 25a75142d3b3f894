import { signal, useSignal } from '@preact/signals'
import { LineChart } from '../charts/line-chart.tsx'
import { RangeChoices } from '../charts/range-choices.tsx'
import { coachingFor } from '../coach/coaching.ts'
import { NextTime } from '../exercise/next-time.tsx'
import { RecordRows } from '../exercise/record-rows.tsx'
import { figure, isFailing } from '../figures/ask.ts'
import { today } from '../figures/performed.ts'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { hrefTo, route } from '../route.ts'
import { exerciseOf, nameOf } from '../state/catalogue.ts'
import { describe } from '../state/exercise-words.ts'
import { sessionsOf } from '../state/history.ts'
import { settings } from '../state/settings.ts'
import { clockText, countText, dateText, tenthsText } from '../words.ts'
import { gramsInUnit, setsText, setText } from '../workout/figures.ts'

const range = signal<number>(84)
const pageSize = 10
const dayMs = 86_400_000

/** The progress of an exercise: trend, records, and every session. */
export function ExercisePage() {
  const id = route.value.id ?? ''
  const shownCount = useSignal(pageSize)
  const exercise = exerciseOf(id)
  const sessions = sessionsOf(id)
  const { unit } = settings.value
  const head = <PageHead title={nameOf(id)} text={describe(exercise)} up="progress" />
  if (!exercise || sessions.length === 0) {
    return (
      <main class="page">
        {head}
        <section class="card empty">
          <h2>Not logged yet</h2>
          <p class="soft">A trend needs at least two sessions of this exercise.</p>
        </section>
        <Cues cues={exercise?.cues} />
      </main>
    )
  }
  const figures = figure('exercise', { exerciseId: id, bodyweightGoal: settings.value.bodyweightGoal })
  // The figures and the next session appear together, so that nothing moves.
  if (!figures || !coachingFor(id)) {
    return (
      <main class="page" aria-busy={!isFailing.value}>
        {head}
        {isFailing.value ? (
          <p class="card soft" role="alert">
            This page isn’t fully downloaded yet. Try again when you’re online.
          </p>
        ) : (
          <Skeleton />
        )}
      </main>
    )
  }
  const { progress, records } = figures
  const oneRepMaxes = new Map(progress.points.map((point) => [point.workoutId, point.oneRepMax?.value ?? 0]))
  const isLoad = progress.metric === 'one_rep_max' || progress.metric === 'level'
  const figureOf = (value: number) =>
    isLoad ? gramsInUnit(value) : progress.metric === 'distance' ? value / 1_000_000 : value
  const since = today() - range.value
  let best = 0
  const points = progress.points.flatMap(({ day, value, outlier, performedAt, workoutId }) => {
    if (value === undefined) return []
    const isRecord = best > 0 && value > best
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
  const text = (value: number) => (progress.metric === 'duration' ? clockText(value) : tenthsText(value))
  return (
    <main class="page">
      {head}
      <div class="panes">
        <div class="col">
          <section class="card">
            <LineChart
              points={points}
              label={`${metricName} of ${nameOf(id)}`}
              title={metricName}
              unit={metricUnit}
              textOf={text}
              detailOf={(point) => {
                const session = sessions.find(({ workout }) => workout.id === point.workoutId)
                return session ? setsText(session.sets) : ''
              }}
              badge={
                perWeek === undefined ? undefined : (
                  <span class={perWeek > 0 ? 'badge ok' : 'badge'}>
                    <Icon name={perWeek >= 0 ? 'trending-up' : 'trending-down'} size="s" />
                    {tenthsText(Math.abs(perWeek))}% a week
                  </span>
                )
              }
              hasBand
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
                No progress since {dateText(progress.plateau.since * dayMs, 'dayMonth')}. A lighter week or
                another rep range often helps.
              </p>
            )}
            <RangeChoices range={range} />
          </section>
          <NextTime exerciseId={id} />
          <RecordRows records={records} />
        </div>
        <div class="col">
          <section class="section">
            <header>
              <h2>Every set</h2>
              <span class="label">{countText(sessions.length, 'session')}</span>
            </header>
            <div class="card flush rows">
              {sessions.slice(0, shownCount.value).map(({ workout, exercise: entry, sets: doneSets }) => {
                const oneRepMax = gramsInUnit(oneRepMaxes.get(workout.id) ?? 0)
                return (
                  <a href={hrefTo('history', workout.id)} key={entry.id}>
                    <span class="main">
                      <b class="num">{setsText(doneSets)}</b>
                      <small>{dateText(workout.startedAt, 'short')}</small>
                    </span>
                    <span class="val num">
                      {oneRepMax > 0 ? tenthsText(oneRepMax) : doneSets[0] ? setText(doneSets[0]) : ''}
                    </span>
                  </a>
                )
              })}
            </div>
            {sessions.length > shownCount.value && (
              <button type="button" class="btn full" onClick={() => (shownCount.value += pageSize * 3)}>
                Show more
              </button>
            )}
          </section>
          <Cues cues={exercise.cues} />
        </div>
      </div>
    </main>
  )
}

function Cues({ cues }: { cues: readonly string[] | undefined }) {
  if (!cues || cues.length === 0) return null
  return (
    <section class="section">
      <header>
        <h2>How to do it</h2>
      </header>
      <ul class="card cues">
        {cues.map((cue) => (
          <li>{cue}</li>
        ))}
      </ul>
    </section>
  )
}
