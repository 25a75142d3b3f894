import { signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { defaultFormula } from '#training/e1rm.ts'
import { RangeChoices } from '../charts/range-choices.tsx'
import { coachingFor } from '../coach/coaching.ts'
import { metricsOf } from '../exercise/chart-metrics.ts'
import { ChartSheet, chart } from '../exercise/chart-sheet.tsx'
import { LiftChart } from '../exercise/lift-chart.tsx'
import { NextTime } from '../exercise/next-time.tsx'
import { RecordRows } from '../exercise/record-rows.tsx'
import { figure, isFailing } from '../figures/ask.ts'
import type { Questions } from '../figures/questions.ts'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Section } from '../parts/section.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { hrefTo, route } from '../route.ts'
import { exerciseOf, nameOf } from '../state/catalogue.ts'
import { describe } from '../state/exercise-words.ts'
import { sessionsOf } from '../state/history.ts'
import { workoutInProgress } from '../state/log.ts'
import { followOwnSettings } from '../state/profile.ts'
import { settings } from '../state/settings.ts'
import { countText, dateText, tenthsText } from '../words.ts'
import { gramsInUnit, setsText, setText } from '../workout/figures.ts'

const range = signal<number>(84)
const pageSize = 10

/** The progress of an exercise: trend, records, and every session. */
export function ExercisePage() {
  const id = route.value.id ?? ''
  const shownCount = useSignal(pageSize)
  const isChoosing = useSignal(false)
  const shown = useRef<{ readonly id: string; readonly figures: Questions['exercise']['answer'] }>(undefined)
  useEffect(() => void followOwnSettings(), [])
  const exercise = exerciseOf(id)
  const sessions = sessionsOf(id)
  const head = (action?: ComponentChildren) => (
    <PageHead title={nameOf(id)} text={describe(exercise)} up="progress">
      {action}
    </PageHead>
  )
  if (!exercise || sessions.length === 0) {
    return (
      <main class="page">
        {head()}
        <section class="card empty">
          <h2>Not logged yet</h2>
          <p class="soft">A trend needs at least two sessions of this exercise.</p>
          {exercise && (
            <a class="btn tint" href={`${hrefTo('add')}?choose=${id}`}>
              <Icon name="plus" />
              {workoutInProgress.value ? 'Add to this workout' : 'Start a workout with it'}
            </a>
          )}
        </section>
        <NextTime exerciseId={id} />
        <Cues cues={exercise?.cues} />
      </main>
    )
  }
  const { metric, formula } = chart.value
  const newFigures = figure('exercise', {
    exerciseId: id,
    formula: formula === defaultFormula ? undefined : formula,
    bodyweightGoal: settings.value.bodyweightGoal,
  })
  // The figures by the last formula stay until the new ones arrive.
  const figures = newFigures ?? (shown.current?.id === id ? shown.current.figures : undefined)
  shown.current = { id, figures }
  // The figures and the next session appear together, so that nothing moves.
  if (!figures || !coachingFor(id)) {
    return (
      <main class="page" aria-busy={!isFailing.value}>
        {head()}
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
  return (
    <main class="page">
      {head(
        <button
          type="button"
          class="ib edge-r"
          aria-label="Chart options"
          onClick={() => (isChoosing.value = true)}
        >
          <Icon name="ellipsis" />
        </button>,
      )}
      {isChoosing.value && <ChartSheet progress={progress} onClose={() => (isChoosing.value = false)} />}
      <div class="panes">
        <div class="col">
          <section class="card">
            <LiftChart
              exerciseId={id}
              figures={figures}
              days={range.value}
              metric={metricsOf(progress).includes(metric) ? metric : 'trend'}
            />
            <RangeChoices range={range} />
          </section>
          <div class="narrow">
            <NextTime exerciseId={id} />
          </div>
          <RecordRows records={records} />
        </div>
        <div class="col">
          <div class="wide">
            <NextTime exerciseId={id} />
          </div>
          <Section
            title="Every set"
            aside={
              <span class="label">
                {countText(sessions.length, 'session')}
                {progress.metric === 'one_rep_max' && ' · e1RM'}
              </span>
            }
          >
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
          </Section>
          <Cues cues={exercise.cues} />
        </div>
      </div>
    </main>
  )
}

function Cues({ cues }: { cues: readonly string[] | undefined }) {
  if (!cues || cues.length === 0) return null
  return (
    <Section title="How to do it">
      <ul class="card cues">
        {cues.map((cue) => (
          <li>{cue}</li>
        ))}
      </ul>
    </Section>
  )
}
