import { Icon } from '../parts/icon.tsx'
import { Rail } from '../parts/rail.tsx'
import { to } from '../route.ts'
import { exercises, nameOf } from '../state/catalogue.ts'
import { duration } from '../words.ts'
import { targetText } from '../workout/target.ts'
import { dayName, runsNow, stepText, workoutOf } from './runs.ts'
import { startStep } from './start-run.ts'

const shownExercises = 4

/** The next workout of the program that is going on. Undefined without one. */
export function nextStep() {
  const [now] = runsNow.value
  const step = now?.state.next
  if (!now || !step || exercises.value.size === 0) return undefined
  const { known } = now
  const { workout, seconds } = workoutOf(now, step)
  const name = dayName(known, step.day)
  const more = workout.exercises.length - shownExercises
  return (
    <section class="card resume">
      <div class="flex between">
        <div>
          <span class="label">
            Next · {known.name}, {stepText(known, step)}
          </span>
          <h2 class="h2l">{name}</h2>
        </div>
        <span class="badge">about {duration(Math.round(seconds / 300) * 300)}</span>
      </div>
      <Rail marks={workout.exercises.map(({ sets }) => sets.map(() => '' as const))} />
      <div class="plan">
        {workout.exercises.slice(0, shownExercises).map((exercise) => {
          const target = targetText({
            ...exercise,
            id: '',
            sets: exercise.sets.map((set) => ({ ...set, id: '' })),
          })
          return (
            <>
              <span class="k">{exercise.sets.length}</span>
              <span>{nameOf(exercise.exerciseId)}</span>
              <span class="v">
                {target && [target.load, target.sets.split(' × ').pop()].filter(Boolean).join(' × ')}
              </span>
            </>
          )
        })}
      </div>
      <a class="link more" href={to('run', now.run.id)}>
        {more > 0 ? `and ${more} more` : 'The program'}
        <Icon name="chevron-right" size="s" />
      </a>
      <button type="button" class="btn go full" onClick={() => void startStep(now, step)}>
        <Icon name="play" solid />
        Start {name}
      </button>
    </section>
  )
}
