import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { nameOf } from '../state/catalogue.ts'
import { now } from '../state/clock.ts'
import { edit } from '../state/edits.ts'
import { clockText } from '../words.ts'
import { toggleDone } from './actions.ts'
import { changeSet } from './change.ts'
import { groupsOf, type SetInExercise } from './model.ts'
import { type Rest, restNow } from './rest.ts'
import { lastOf } from './row-values.ts'
import { numberOf, setName } from './set-row.tsx'
import { sheet } from './sheets.ts'
import { valuesOf, valuesText } from './values.ts'

const addedRest = 15

/** The bar within reach of the thumb: the rest timer, and the button that logs the next set. */
export function Dock({ workout, next }: { workout: LocalWorkout; next: SetInExercise | undefined }) {
  return (
    <div class="dock">
      <RestBar workout={workout} />
      <LogButton workout={workout} next={next} />
    </div>
  )
}

function RestBar({ workout }: { workout: LocalWorkout }) {
  const rest = restNow(workout, now.value)
  if (!rest) return null
  const isOver = rest.secondsLeft <= 0
  const time = isOver ? `+${clockText(-rest.secondsLeft)}` : clockText(rest.secondsLeft)
  return (
    <>
      <div
        class="rest"
        role="timer"
        aria-label={
          isOver
            ? `Rest ended ${clockText(-rest.secondsLeft)} ago`
            : `Rest, ${clockText(rest.secondsLeft)} left`
        }
      >
        <span class={isOver ? 'time over' : 'time'}>{time}</span>
        <span class="of grow">
          <span>{isOver ? 'over' : 'rest'}</span>
          <span>of {clockText(rest.totalSeconds)}</span>
        </span>
        <button
          type="button"
          class="btn"
          onClick={() => setRest(workout, rest, rest.totalSeconds + addedRest)}
        >
          +{addedRest} s
        </button>
        <button type="button" class="btn" onClick={() => skipRest(workout)}>
          Skip
        </button>
      </div>
      <svg class="drain meter" aria-hidden="true">
        <rect class="track" width="100%" height="100%" rx="2" />
        <rect
          class="fill"
          width={`${Math.max(0, Math.min(100, (100 * rest.secondsLeft) / rest.totalSeconds))}%`}
          height="100%"
          rx="2"
        />
      </svg>
    </>
  )
}

function setRest(workout: LocalWorkout, { set }: Rest, restSeconds: number): void {
  void edit(
    workout.id,
    changeSet(set.id, (logged) => ({ ...logged, restSeconds: Math.max(0, Math.round(restSeconds)) })),
  )
}

/** Ends the rest. */
export function skipRest(workout: LocalWorkout): void {
  const rest = restNow(workout, Date.now())
  if (!rest) return
  const { set } = rest
  void edit(
    workout.id,
    changeSet(set.id, ({ restSeconds, ...others }) => others),
  )
}

function LogButton({ workout, next }: { workout: LocalWorkout; next: SetInExercise | undefined }) {
  if (!next) {
    const isEmpty = workout.exercises.length === 0
    return isEmpty ? (
      <a class="btn go" href="#/add">
        <span class="flex">
          <Icon name="plus" />
          Add exercises
        </span>
      </a>
    ) : (
      <button type="button" class="btn go" onClick={() => (sheet.value = { kind: 'finish' })}>
        <span class="flex">
          <Icon name="check" />
          Finish workout
        </span>
        <span class="what">all sets done</span>
      </button>
    )
  }
  const { exercise, set } = next
  const values = valuesOf(set, lastOf(workout.id, exercise, set))
  const isSuperset = groupsOf(workout.exercises).some((group) => group.length > 1 && group.includes(exercise))
  return (
    <button type="button" class="btn go" onClick={() => toggleDone(workout, exercise, set)}>
      <span class="flex">
        <Icon name="check" />
        Log{' '}
        {isSuperset ? `${nameOf(exercise.exerciseId)} ${numberOf(exercise, set)}` : setName(exercise, set)}
      </span>
      <span class="what">{valuesText(values)}</span>
    </button>
  )
}
