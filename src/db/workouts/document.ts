import type { Schemas } from '#generated/types.ts'
import { toGrams, toMillimeters } from '#training/units.ts'
import { fromJson, toJson } from '../engine/json.ts'
import type { WorkoutContent } from '../schema/workouts.ts'
import { optionalMilliseconds } from '../values/instant.ts'
import type {
  SavedWorkout,
  SetRow,
  StoredTotals,
  StoredWorkout,
  WorkoutAggregate,
  WorkoutColumns,
  WorkoutExerciseRow,
  WorkoutRow,
} from './rows.ts'

type Entry = WorkoutContent['exercises'][number]

/** Reads a stored workout. A tombstone has no contents, even if an import has written some ahead. */
export function readWorkout(stored: StoredWorkout): SavedWorkout {
  const { content, ...columns } = stored
  if (content === null || columns.deletedAt !== null) {
    return { workout: { ...columns, ...emptyFields }, exercises: [], sets: [], stored }
  }
  return { ...readContent(columns, fromJson(content)), stored }
}

/** The contents of a tombstone that an import has written ahead, or its undo has left; undefined if there are none. */
export function readUnswept({ content, ...columns }: StoredWorkout): WorkoutAggregate | undefined {
  return content === null ? undefined : readContent(columns, fromJson(content))
}

/** A workout from its columns and its content. */
function readContent(columns: WorkoutColumns, content: WorkoutContent): WorkoutAggregate {
  const { name, notes, plan, energy, phase, overreached, bodyweight } = content
  const workout: WorkoutRow = {
    ...columns,
    name: name ?? null,
    notes: notes ?? null,
    plan: plan ? toJson(plan) : null,
    energy: energy ?? null,
    phase: phase ?? null,
    overreached: overreached ? toJson(overreached) : null,
    bodyweightValue: bodyweight?.value ?? null,
    bodyweightUnit: bodyweight?.unit ?? null,
  }
  return { workout, ...readExercises(columns, content) }
}

/** The exercises of a workout, and their sets. */
export function readExercises(
  { startedAt }: Pick<WorkoutColumns, 'startedAt'>,
  { exercises }: WorkoutContent,
): Pick<WorkoutAggregate, 'exercises' | 'sets'> {
  const rows: WorkoutExerciseRow[] = []
  const sets: SetRow[] = []
  exercises.forEach((entry, position) => {
    rows.push(exerciseRow(entry, position))
    const { id: workoutExerciseId, exerciseId } = entry
    entry.sets.forEach((set, index) => {
      sets.push(
        setRow(set.id, set, {
          workoutExerciseId,
          position: index,
          exerciseId,
          performedAt: startedAt,
        }),
      )
    })
  })
  return { exercises: rows, sets }
}

const emptyFields = {
  name: null,
  notes: null,
  plan: null,
  energy: null,
  phase: null,
  overreached: null,
  bodyweightValue: null,
  bodyweightUnit: null,
}

function exerciseRow(
  { id, exerciseId, slot, supersetGroup, notes }: Entry,
  position: number,
): WorkoutExerciseRow {
  return {
    id,
    position,
    exerciseId,
    slot: slot ?? null,
    supersetGroup: supersetGroup ?? null,
    notes: notes ?? null,
  }
}

/** The columns of a set's row that say which exercise it belongs to, and when it was done. */
export type SetContext = Pick<SetRow, 'workoutExerciseId' | 'position' | 'exerciseId' | 'performedAt'>

/** Converts a set to its row. */
export function setRow(id: string, set: Schemas['WorkoutSetInput'], context: SetContext): SetRow {
  const { weight, assistance, distance } = set
  return {
    id,
    workoutExerciseId: context.workoutExerciseId,
    position: context.position,
    type: set.type,
    weightValue: weight?.value ?? null,
    weightUnit: weight?.unit ?? null,
    weightGrams: weight ? toGrams(weight) : null,
    assistanceValue: assistance?.value ?? null,
    assistanceUnit: assistance?.unit ?? null,
    assistanceGrams: assistance ? toGrams(assistance) : null,
    reps: set.reps ?? null,
    durationSeconds: set.durationSeconds ?? null,
    distanceValue: distance?.value ?? null,
    distanceUnit: distance?.unit ?? null,
    distanceMillimeters: distance ? toMillimeters(distance) : null,
    rpe: set.rpe ?? null,
    rir: set.rir ?? null,
    side: set.side ?? null,
    restSeconds: set.restSeconds ?? null,
    completedAt: optionalMilliseconds(set.completedAt),
    notes: set.notes ?? null,
    target: set.target ? toJson(set.target) : null,
    confirmed: set.confirmed ? true : null,
    exerciseId: context.exerciseId,
    performedAt: context.performedAt,
  }
}

/** The totals of a workout that haven't been computed yet. */
export const noTotals: StoredTotals = {
  totalSets: null,
  totalReps: null,
  volumeKg: null,
  volumeLb: null,
  movesBody: null,
}

/** The row of a workout with the document `content`. Spelled out, because omitting members from a copy is slow. */
export function storedWorkout(
  workout: WorkoutColumns,
  content: StoredWorkout['content'],
  totals: StoredTotals = noTotals,
): StoredWorkout {
  return {
    userId: workout.userId,
    id: workout.id,
    searchText: workout.searchText,
    startedAt: workout.startedAt,
    endedAt: workout.endedAt,
    timeZone: workout.timeZone,
    localStartedAt: workout.localStartedAt,
    planRunId: workout.planRunId,
    exertion: workout.exertion,
    bodyweightGrams: workout.bodyweightGrams,
    revision: workout.revision,
    createdAt: workout.createdAt,
    updatedAt: workout.updatedAt,
    deletedAt: workout.deletedAt,
    seq: workout.seq,
    totalSets: totals.totalSets,
    totalReps: totals.totalReps,
    volumeKg: totals.volumeKg,
    volumeLb: totals.volumeLb,
    movesBody: totals.movesBody,
    content,
  }
}
