import type { Schemas } from '#generated/types.ts'
import { fromJson, type Json, toJson } from '../engine/json.ts'
import type { WorkoutContent } from '../schema/workouts.ts'
import { instant } from '../values/instant.ts'
import type { SetRow, WorkoutDraft, WorkoutExerciseRow } from './rows.ts'

/**
 * The document of a workout: its content as JSON with members always in the same order, so that equal
 * workouts have equal text. Nothing else creates documents.
 */
export function documentOf(draft: WorkoutDraft): Json<WorkoutContent> {
  return toJson(contentOf(draft))
}

/** Converts a workout to the contract's schema, omitting fields without a value. */
export function contentOf({ workout, exercises, sets }: WorkoutDraft): WorkoutContent {
  const content: WorkoutContent = {
    id: workout.id,
    startedAt: instant(workout.startedAt),
    timeZone: workout.timeZone,
    exercises: [],
  }
  if (workout.name !== null) content.name = workout.name
  if (workout.endedAt !== null) content.endedAt = instant(workout.endedAt)
  if (workout.notes !== null) content.notes = workout.notes
  if (workout.plan !== null) content.plan = fromJson(workout.plan)
  if (workout.energy !== null) content.energy = workout.energy
  if (workout.exertion !== null) content.exertion = workout.exertion
  if (workout.phase !== null) content.phase = workout.phase
  if (workout.overreached !== null) content.overreached = fromJson(workout.overreached)
  if (workout.bodyweightValue !== null && workout.bodyweightUnit !== null) {
    content.bodyweight = { value: workout.bodyweightValue, unit: workout.bodyweightUnit }
  }
  content.exercises = exercises.map(exerciseContent)
  const byId = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
  for (const set of sets) byId.get(set.workoutExerciseId)?.sets.push(setContent(set))
  return content
}

/** An entry without its sets. */
function exerciseContent(row: WorkoutExerciseRow): Schemas['WorkoutExercise'] {
  const exercise: Schemas['WorkoutExercise'] = { id: row.id, exerciseId: row.exerciseId, sets: [] }
  if (row.slot !== null) exercise.slot = row.slot
  if (row.supersetGroup !== null) exercise.supersetGroup = row.supersetGroup
  if (row.notes !== null) exercise.notes = row.notes
  return exercise
}

function setContent(row: SetRow): Schemas['WorkoutSet'] {
  const set: Schemas['WorkoutSet'] = { id: row.id, type: row.type }
  if (row.weightValue !== null && row.weightUnit !== null) {
    set.weight = { value: row.weightValue, unit: row.weightUnit }
  }
  if (row.assistanceValue !== null && row.assistanceUnit !== null) {
    set.assistance = { value: row.assistanceValue, unit: row.assistanceUnit }
  }
  if (row.reps !== null) set.reps = row.reps
  if (row.durationSeconds !== null) set.durationSeconds = row.durationSeconds
  if (row.distanceValue !== null && row.distanceUnit !== null) {
    set.distance = { value: row.distanceValue, unit: row.distanceUnit }
  }
  if (row.rpe !== null) set.rpe = row.rpe
  if (row.rir !== null) set.rir = row.rir
  if (row.side !== null) set.side = row.side
  if (row.restSeconds !== null) set.restSeconds = row.restSeconds
  if (row.completedAt !== null) set.completedAt = instant(row.completedAt)
  if (row.notes !== null) set.notes = row.notes
  if (row.target !== null) set.target = fromJson(row.target)
  if (row.confirmed) set.confirmed = true
  return set
}
