import { computed } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet } from '../workout/model.ts'
import { aimText } from '../workout/target.ts'
import { log, pastWorkouts, workoutInProgress } from './log.ts'

/** An exercise as it was done in a workout. */
export interface Session {
  readonly workout: LocalWorkout
  readonly exercise: LoggedExercise
  /** The completed sets without warm-ups; never empty. */
  readonly sets: readonly LoggedSet[]
}

/** Caches the sessions of each workout, since workout objects are immutable. */
const sessionsOfWorkout = new WeakMap<LocalWorkout, readonly Session[]>()

function sessionsIn(workout: LocalWorkout): readonly Session[] {
  const cached = sessionsOfWorkout.get(workout)
  if (cached) return cached
  const sessions = workout.exercises.flatMap((exercise) => {
    const sets = exercise.sets.filter((set) => isDone(set) && isWork(set))
    return sets.length > 0 ? [{ workout, exercise, sets }] : []
  })
  sessionsOfWorkout.set(workout, sessions)
  return sessions
}

/** The sessions of every exercise in past workouts, newest first. */
export const sessionsByExercise = computed<ReadonlyMap<string, readonly Session[]>>(() =>
  Map.groupBy(pastWorkouts.value.flatMap(sessionsIn), ({ exercise }) => exercise.exerciseId),
)

/** The sessions of an exercise, newest first, with one per workout; without the workout whose id is `except`. */
export function sessionsOf(exerciseId: string, except?: string): readonly Session[] {
  const current = workoutInProgress.value
  const currentSessions = current
    ? sessionsIn(current).filter(({ exercise }) => exercise.exerciseId === exerciseId)
    : []
  const sessions = [...currentSessions, ...(sessionsByExercise.value.get(exerciseId) ?? [])]
  return [...Map.groupBy(sessions, ({ workout }) => workout)].flatMap(([workout, [first, ...others]]) =>
    first && workout.id !== except ? { ...first, sets: [first, ...others].flatMap(({ sets }) => sets) } : [],
  )
}

/** An exercise of a workout, or one to add to it. */
type Entry = Pick<LoggedExercise, 'exerciseId'> & Partial<Pick<LoggedExercise, 'id'>>

/** What the working sets of an entry are for: `5,5,5+`. */
const aimsOf = ({ sets }: LoggedExercise) => sets.filter(isWork).map(aimText).join()

/** An entry and its place among those of its exercise in a workout, since a program may list a main lift again. */
function findIn(workout: LocalWorkout | undefined, { exerciseId, id }: Entry) {
  const entries = workout?.exercises.filter((entry) => entry.exerciseId === exerciseId) ?? []
  const place = entries.findIndex((entry) => entry.id === id)
  return { place, found: entries[place] }
}

/**
 * The last session of an exercise before a workout. If the last workout has several, the one at the same place among
 * them. In a program, the last one with as many sets for the same reps, since days may share a lift, or call for it at
 * different efforts; or else the one of the same day in an earlier week or cycle.
 *
 * @param onlyLike whether to leave out other sessions, with which a workout of a program can't be compared
 */
export function lastSession(
  entry: Entry,
  {
    id,
    startedAt,
    plan,
  }: Pick<LocalWorkout, 'id' | 'startedAt'> & { readonly plan?: LocalWorkout['plan'] | undefined },
  onlyLike = false,
): Session | undefined {
  const { place, found } = findIn(log().workouts.get(id), entry)
  const aims = found && aimsOf(found)
  let latest: Session | undefined
  let sameDay: Session | undefined
  for (const session of sessionsByExercise.value.get(entry.exerciseId) ?? []) {
    const { workout, exercise } = session
    if (workout.id === id || workout.startedAt >= startedAt) continue
    latest ??= session
    if (plan ? workout.plan?.runId !== plan.runId : workout !== latest.workout) continue
    if (findIn(workout, exercise).place !== place) continue
    const isSameDay = workout.plan?.day === plan?.day
    // What is further back than the same day of the same week is too old to compare with.
    if (!plan || aimsOf(exercise) === aims || (isSameDay && workout.plan?.week === plan.week)) return session
    if (isSameDay) sameDay ??= session
  }
  return sameDay ?? (plan && onlyLike ? undefined : latest)
}
