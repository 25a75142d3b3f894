import type { LocalWorkout } from '#client/index.ts'
import { groupsOf, isWork, type LoggedSet, nextSet, type SetInExercise } from './model.ts'

/** The rest after the last set. It is derived from the log, so it survives reloads and crashes. */
export interface Rest {
  readonly set: LoggedSet
  /** The duration of the rest. */
  readonly totalSeconds: number
  /** Negative once it is over. */
  readonly secondsLeft: number
}

/** A rest that ended more than this many seconds ago is no longer shown. */
const maxOverdueSeconds = 600

/**
 * The rest in progress at `now`. There is none before the next exercise of a superset, which follows immediately, nor
 * after the last set.
 */
export function restNow(workout: LocalWorkout, now: number): Rest | undefined {
  const { exercises, endedAt } = workout
  const last = lastDone(workout)
  if (endedAt !== undefined || !last?.set.completedAt) return undefined
  const { restSeconds, completedAt } = last.set
  if (!isWork(last.set) || !restSeconds) return undefined
  const group = groupsOf(exercises).find((others) => others.includes(last.exercise)) ?? []
  const next = nextSet(workout)
  if (!next || group.indexOf(next.exercise) > group.indexOf(last.exercise)) return undefined
  // `now` may be up to a second behind.
  const secondsLeft = Math.min(0, (Date.parse(completedAt) - now) / 1000) + restSeconds
  return secondsLeft < -maxOverdueSeconds
    ? undefined
    : { set: last.set, totalSeconds: restSeconds, secondsLeft }
}

function lastDone({ exercises }: LocalWorkout): SetInExercise | undefined {
  let last: SetInExercise | undefined
  for (const exercise of exercises) {
    for (const set of exercise.sets) {
      if ((set.completedAt ?? '') > (last?.set.completedAt ?? '')) last = { exercise, set }
    }
  }
  return last
}
