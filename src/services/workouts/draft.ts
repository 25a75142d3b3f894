import { toJson } from '#db/engine/json.ts'
import { milliseconds, optionalMilliseconds } from '#db/values/instant.ts'
import { setRow } from '#db/workouts/document.ts'
import type { SetRow, UnzonedDraft, WorkoutExerciseRow } from '#db/workouts/rows.ts'
import { workoutSearchText } from '#db/workouts/search-text.ts'
import type { Schemas } from '#generated/types.ts'
import type { IdSource } from '#lib/derived-ids.ts'
import { toGrams } from '#training/units.ts'

type Input = Schemas['WorkoutInput']

/**
 * Converts an input to rows. `newId` generates ids that the client left out; positions follow the order
 * of the arrays.
 */
export function draftWorkout(userId: string, id: string, input: Input, newId: IdSource): UnzonedDraft {
  const startedAt = milliseconds(input.startedAt)
  const exercises: WorkoutExerciseRow[] = []
  const sets: SetRow[] = []
  input.exercises.forEach((exercise, position) => {
    const { exerciseId } = exercise
    const workoutExerciseId = exercise.id ?? newId(`/exercises/${position}`)
    exercises.push({
      id: workoutExerciseId,
      position,
      exerciseId,
      slot: exercise.slot ?? null,
      supersetGroup: exercise.supersetGroup ?? null,
      notes: exercise.notes ?? null,
    })
    exercise.sets.forEach((set, index) => {
      sets.push(
        setRow(
          set.id ?? newId(`/exercises/${position}/sets/${index}`),
          set.target ? { ...set, target: orderedTarget(set.target) } : set,
          { workoutExerciseId, position: index, exerciseId, performedAt: startedAt },
        ),
      )
    })
  })
  return {
    workout: {
      userId,
      id,
      name: input.name ?? null,
      notes: input.notes ?? null,
      searchText: workoutSearchText(input),
      startedAt,
      endedAt: optionalMilliseconds(input.endedAt),
      planRunId: input.plan?.runId ?? null,
      plan: input.plan ? toJson(orderedPlan(input.plan)) : null,
      energy: input.energy ?? null,
      exertion: input.exertion ?? null,
      phase: input.phase ?? null,
      overreached: input.overreached ? toJson(input.overreached) : null,
      bodyweightValue: input.bodyweight?.value ?? null,
      bodyweightUnit: input.bodyweight?.unit ?? null,
      bodyweightGrams: input.bodyweight ? toGrams(input.bodyweight) : null,
    },
    exercises,
    sets,
  }
}

/** Orders the members of a plan, so that equal plans have equal text. */
function orderedPlan({ runId, cycle, week, day }: Schemas['WorkoutPlan']): Schemas['WorkoutPlan'] {
  return { runId, cycle, week, day }
}

/** Orders the members of a target, so that equal targets have equal text. */
function orderedTarget({
  reps,
  openEnded,
  weight,
  rpe,
  rir,
  tempo,
  key,
  durationSeconds,
  distance,
}: Schemas['SetTarget']): Schemas['SetTarget'] {
  return {
    ...(reps && { reps: { min: reps.min, max: reps.max } }),
    ...(weight && { weight: { value: weight.value, unit: weight.unit } }),
    ...(openEnded !== undefined && { openEnded }),
    ...(rpe !== undefined && { rpe }),
    ...(rir !== undefined && { rir }),
    ...(tempo !== undefined && { tempo }),
    ...(key !== undefined && { key }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(distance && { distance: { value: distance.value, unit: distance.unit } }),
  }
}
