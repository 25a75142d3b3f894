import type { components } from '../../../generated/types.ts'
import { type ExerciseFactsRow, findExerciseFacts } from '../../db/exercises/facts.ts'
import { instant } from '../../db/instant.ts'
import { listBodyweights } from '../../db/measurements.ts'
import type { Reader } from '../../db/schema.ts'
import type { Profile } from '../../db/users.ts'
import { contentOf } from '../../db/workouts/content.ts'
import type { SetRow, WorkoutAggregate } from '../../db/workouts/rows.ts'
import { type BodyweightAt, bodyweightOver } from '../../training/bodyweight.ts'
import { userDays } from '../../training/days.ts'
import { workoutTotals } from '../../training/totals.ts'
import { fromGrams } from '../../training/units.ts'
import { setWork } from '../set-work.ts'

type Words = components['schemas']

/** A user's workouts as the contract answers them, each with its totals in `unit`. */
export async function presentWorkouts(
  db: Reader,
  user: Profile,
  aggregates: readonly WorkoutAggregate[],
  unit: Words['WeightUnit'],
): Promise<Words['Workout'][]> {
  const ids = new Set(aggregates.flatMap(({ exercises }) => exercises.map(({ exerciseId }) => exerciseId)))
  const facts = await findExerciseFacts(db, user.id, ids)
  const measured = movesBodyweight(facts) ? await listBodyweights(db, user.id) : []
  const bodyweightAt = bodyweightOver(measured, userDays(user))
  return aggregates.map((aggregate) => withTotals(aggregate, facts, bodyweightAt, unit))
}

/** One workout of the user, its totals in the unit of the profile unless another is asked for. */
export async function presentWorkout(
  db: Reader,
  user: Profile,
  aggregate: WorkoutAggregate,
  unit: Words['WeightUnit'] = user.unit,
): Promise<Words['Workout']> {
  const [workout] = await presentWorkouts(db, user, [aggregate], unit)
  if (!workout) throw new Error('one workout in, one out')
  return workout
}

function withTotals(
  aggregate: WorkoutAggregate,
  facts: ReadonlyMap<string, ExerciseFactsRow>,
  bodyweightAt: BodyweightAt,
  unit: Words['WeightUnit'],
): Words['Workout'] {
  const { workout, sets } = aggregate
  const { startedAt } = workout
  const totals = workoutTotals(
    { startedAt, endedAt: workout.endedAt ?? undefined, sets: sets.map(exerciseSetWork) },
    facts,
    bodyweightAt({ performedAt: startedAt, workoutBodyweightGrams: workout.bodyweightGrams ?? undefined }),
  )
  return {
    ...contentOf(aggregate),
    totals: {
      volume: fromGrams(totals.volumeGrams, unit),
      sets: totals.sets,
      reps: totals.reps,
      ...(totals.durationSeconds !== undefined && { durationSeconds: totals.durationSeconds }),
    },
    revision: workout.revision,
    createdAt: instant(workout.createdAt),
    updatedAt: instant(workout.updatedAt),
  }
}

function exerciseSetWork(set: SetRow) {
  return { ...setWork(set), exerciseId: set.exerciseId }
}

/** Most workouts hold no lift that moves the body: those need no measurements. */
function movesBodyweight(facts: ReadonlyMap<string, ExerciseFactsRow>): boolean {
  return facts.values().some(({ bodyweightShare }) => bodyweightShare > 0)
}
