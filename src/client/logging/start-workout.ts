import type { Schemas } from '#generated/types.ts'
import type { LocalWorkout, Replog } from '../types.ts'

type WorkoutInput = Schemas['WorkoutInput']

/** The initial content of a workout. Its start defaults to now. */
export type WorkoutToStart = Omit<WorkoutInput, 'id' | 'startedAt' | 'endedAt' | 'exercises'> &
  Partial<Pick<WorkoutInput, 'startedAt' | 'exercises'>>

/** A workout that hasn't ended after this many milliseconds counts as forgotten. */
const maxActive = 12 * 3_600_000

/**
 * The workout in progress, if there is one: the newest that hasn't ended and was started less than twelve hours ago. It
 * is read from the log, so it survives a reload and shows in every tab.
 *
 * @param now milliseconds since 1970
 */
export function activeWorkout(
  { workouts }: Pick<Replog, 'workouts'>,
  now = Date.now(),
): LocalWorkout | undefined {
  for (const workout of workouts.list()) {
    const age = now - Date.parse(workout.startedAt)
    // The list is newest first.
    if (age >= maxActive) return undefined
    if (!workout.endedAt && age > -maxActive) return workout
  }
}

/**
 * Starts a workout, empty or with a plan: from a program's next step, `planOf` an earlier workout, or by hand.
 * Planned sets have a `target` and no results. Ids in the plan are replaced by new ones. Throws as `put` does.
 *
 * @param now milliseconds since 1970
 */
export function startWorkout(
  { workouts }: Pick<Replog, 'workouts'>,
  plan: WorkoutToStart = {},
  now = Date.now(),
): Promise<LocalWorkout> {
  const content: WorkoutToStart = JSON.parse(JSON.stringify(plan, withoutIds))
  return workouts.put({ startedAt: new Date(now).toISOString(), exercises: [], ...content })
}

function withoutIds(name: string, member: unknown): unknown {
  return name === 'id' ? undefined : member
}
