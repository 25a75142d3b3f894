import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { Rail } from '../parts/rail.tsx'
import { to } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { changes, log, workouts } from '../state/log.ts'
import { duration, when } from '../words.ts'
import { again } from '../workout/plan.ts'
import { repeat, startEmpty } from '../workout/start.ts'
import { targetText } from '../workout/target.ts'
import { totalsOf } from '../workout/totals.ts'

const looksBack = 12
const shownExercises = 4

/**
 * What comes next without a program: of the workouts done lately, the one that was longest ago. One that was
 * done twice stands for its name.
 */
function nextByRotation(): LocalWorkout | undefined {
  const byName = new Map<string, LocalWorkout>()
  for (const workout of workouts.value.slice(0, looksBack)) {
    const { name = '', endedAt, exercises } = workout
    if (endedAt === undefined || exercises.length === 0 || byName.has(name)) continue
    byName.set(name, workout)
  }
  return [...byName.values()].at(-1)
}

const program = signal<typeof import('../programs/next-step.tsx') | undefined>(undefined)

/** The one thing to do next: a step of the program that is going on, or the workout that was longest ago. */
export function Next() {
  changes.value
  const hasRun = log()
    .runs.list()
    .some(({ status }) => status === 'active')
  useEffect(() => {
    if (hasRun && !program.value) {
      import('../programs/next-step.tsx').then(
        (loaded) => {
          program.value = loaded
        },
        () => {},
      )
    }
  }, [hasRun])
  const step = hasRun ? program.value?.nextStep() : undefined
  if (step) return step
  const workout = nextByRotation()
  if (!workout) {
    return (
      <section class="card resume">
        <h2 class="h2l">Ready when you are</h2>
        <button type="button" class="btn go full" onClick={() => void startEmpty()}>
          <Icon name="plus" />
          Start a workout
        </button>
      </section>
    )
  }
  const exercises = again(workout)
  const { seconds } = totalsOf(workout)
  const more = exercises.length - shownExercises
  return (
    <section class="card resume">
      <div class="flex between">
        <div>
          <span class="label">Next · last done {when(workout.startedAt)}</span>
          <h2 class="h2l">{workout.name ?? 'Workout'}</h2>
        </div>
        {seconds !== undefined && (
          <span class="badge">about {duration(Math.round(seconds / 300) * 300)}</span>
        )}
      </div>
      <Rail marks={exercises.map(({ sets }) => sets.map(() => '' as const))} />
      <div class="plan">
        {exercises.slice(0, shownExercises).map((exercise) => {
          const target = targetText(exercise)
          return (
            <>
              <span class="k">{exercise.sets.length}</span>
              <span>{nameOf(exercise.exerciseId)}</span>
              <span class="v">
                {target && [target.load, target.sets.split(' ').pop()].filter(Boolean).join(' × ')}
              </span>
            </>
          )
        })}
      </div>
      {more > 0 && (
        <a class="link more" href={to('history', workout.id)}>
          and {more} more
          <Icon name="chevron-right" size="s" />
        </a>
      )}
      <button type="button" class="btn go full" onClick={() => void repeat(workout)}>
        <Icon name="play" solid />
        Start {workout.name ?? 'it again'}
      </button>
    </section>
  )
}
