import type { Profile } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { Reader } from '#db/schema/index.ts'
import { listTrainedSetsOf } from '#db/training-log/trained-sets.ts'
import { userDays } from '#training/days.ts'
import {
  exercisesOfDay,
  type LoggedWorkout,
  needsHistory,
  type PlanningContext,
  type Program,
  type ProgramStep,
  type ReadySlot,
  type RunState,
  readySlots,
  startOf,
} from '#training/programs/index.ts'
import { loadContext } from '../analytics/log.ts'
import { countedSets } from '../training-log/doubts.ts'
import { LoggedTrainedSet } from '../training-log/trained-set.ts'
import { gearOf } from './gear.ts'

/** The maximum number of an exercise's earlier sets from which to derive a starting point. */
const maxEarlierSets = 60

/** The input for planning a step. */
export interface PlanningInput
  extends Pick<PlanningContext, 'since' | 'at' | 'unit' | 'liftFor' | 'mayLackBases'> {
  readonly program: Program
  readonly state: Pick<RunState, 'bases' | 'swaps' | 'countedWorkouts'>
  /** The workouts of the run. */
  readonly workouts: readonly LoggedWorkout[]
}

/**
 * The slots of a step, ready to do, based on the log of their exercises.
 *
 * @throws {MissingBaseError} if a percentage refers to a base that the run doesn't have
 */
export async function planSlots(
  db: Reader,
  user: Profile,
  { program, state, workouts, since, at, unit, liftFor, mayLackBases }: PlanningInput,
  step: Pick<ProgramStep, 'week' | 'day'>,
): Promise<ReadySlot[]> {
  const days = userDays(user)
  const exercises = await findExerciseFacts(db, user.id, exercisesOfDay(program, state, step.day))
  const range = { from: Number.MIN_SAFE_INTEGER, before: since, limit: maxEarlierSets }
  const countedSetsOf = async (id: string) =>
    (await countedSets(db, user, await listTrainedSetsOf(db, user.id, id, range))).rows
  const earlierSetsById = new Map<string, Awaited<ReturnType<typeof countedSetsOf>>>()
  if (needsHistory(program, step.day)) {
    for (const id of exercises.keys()) earlierSetsById.set(id, await countedSetsOf(id))
  }
  const occurrences = [...earlierSetsById.values(), occurrencesInRun(workouts, exercises)].flat()
  occurrences.sort((a, b) => a.performedAt - b.performedAt)
  const { bodyweightAt, frameOf } = await loadContext(db, user.id, occurrences, exercises, { days, unit })
  return readySlots(program, state, step, {
    gear: gearOf(user),
    exercises,
    workouts,
    earlierSets: (id) =>
      (earlierSetsById.get(id) ?? []).map((row) => new LoggedTrainedSet(row, unit, frameOf(row.workoutId))),
    bodyweightAt,
    days,
    since,
    at,
    unit,
    liftFor,
    mayLackBases,
  })
}

/** The first and last occurrence of each exercise in the run. The context loaded for these covers all in between. */
function occurrencesInRun(workouts: readonly LoggedWorkout[], exercises: ReadonlyMap<string, unknown>) {
  const spans = new Map<string, { first: number; last: number }>()
  for (const workout of workouts) {
    const start = startOf(workout)
    for (const { exerciseId } of workout.exercises) {
      const span = spans.get(exerciseId)
      if (span) {
        span.first = Math.min(span.first, start)
        span.last = Math.max(span.last, start)
      } else if (exercises.has(exerciseId)) spans.set(exerciseId, { first: start, last: start })
    }
  }
  return Array.from(spans, ([exerciseId, { first, last }]) => [
    { exerciseId, performedAt: first },
    { exerciseId, performedAt: last },
  ]).flat()
}
