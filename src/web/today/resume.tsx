import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { marksOf, Rail } from '../parts/rail.tsx'
import { hrefTo } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { now } from '../state/clock.ts'
import { clockText, countText, durationText } from '../words.ts'
import { countSets, nextSet, type SetInExercise } from '../workout/model.ts'
import { recordsIn } from '../workout/records.ts'
import { restNow } from '../workout/rest.ts'
import { plannedText } from '../workout/values.ts'

/** `set 3`, as the workout numbers it; a warm-up has no number. */
function setName({ exercise, set }: SetInExercise): string {
  if (set.type === 'warmup') return 'warm-up'
  const work = exercise.sets.filter(({ type }) => type !== 'warmup')
  return `set ${work.findIndex(({ id }) => id === set.id) + 1}`
}

/** The workout in progress. */
export function Resume({ workout }: { workout: LocalWorkout }) {
  const next = nextSet(workout)
  const { done, all } = countSets(workout)
  const rest = restNow(workout, now.value)
  const seconds = (now.value - Date.parse(workout.startedAt)) / 1000
  const records = new Set(recordsIn(workout).keys())
  return (
    <a class="card resume" href={hrefTo('workout')}>
      <div class="flex between">
        <span class="flex">
          <span class="live" aria-hidden="true" />
          <span class="label acc">In progress · {durationText(seconds)}</span>
        </span>
        {rest && rest.secondsLeft > 0 && <span class="label">Rest {clockText(rest.secondsLeft)}</span>}
      </div>
      <div>
        <h2 class="h2l">{workout.name ?? 'Workout'}</h2>
        <p class="soft">
          {next
            ? `Next: ${nameOf(next.exercise.exerciseId)}, ${setName(next)}${plannedText(next)}`
            : all > 0
              ? 'All sets done'
              : 'No exercises yet'}
        </p>
      </div>
      <Rail
        marks={marksOf(workout, { next: next?.set.id, records })}
        label={`${done} of ${countText(all, 'set')} done`}
      />
      <span class="btn go full">
        <Icon name="play" solid />
        Resume workout
      </span>
    </a>
  )
}
