import type { Selectable } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'
import type { PackedWorkoutsTable, PerformedExercisesTable, WorkoutsTable } from '../schema/workouts.ts'

/** A workout's own row. */
export type StoredWorkout = Selectable<WorkoutsTable>

/** The columns with the totals. */
type TotalColumns = 'totalSets' | 'totalReps' | 'volumeKg' | 'volumeLb' | 'movesBody'

/** The columns of a workout without its document or totals. */
export type WorkoutColumns = Omit<StoredWorkout, 'content' | TotalColumns>

/** The stored totals of a workout; null if they have to be computed. */
export type StoredTotals = Pick<StoredWorkout, TotalColumns>

/** The columns that the totals of a workout depend on. */
type TotaledColumns = 'id' | 'startedAt' | 'timeZone' | 'bodyweightGrams'

/** The columns with which a workout is presented: about half of them, so that a list is read faster. */
export type PresentedWorkout = Pick<
  StoredWorkout,
  | TotaledColumns
  | Exclude<TotalColumns, 'movesBody'>
  | 'content'
  | 'endedAt'
  | 'revision'
  | 'createdAt'
  | 'updatedAt'
  | 'seq'
>

/** A workout without its exercises: its columns, and the rest of its document. */
export interface WorkoutRow extends WorkoutColumns {
  readonly name: string | null
  readonly notes: string | null
  /** Its run and step. */
  readonly plan: Json<Schemas['WorkoutPlan']> | null
  /** 1–5. */
  readonly energy: number | null
  readonly phase: Schemas['TrainingPhase'] | null
  /** Muscles in the order of the taxonomy; never an empty list. */
  readonly overreached: Json<Schemas['Muscle'][]> | null
  /** As entered; a column has it in grams. */
  readonly bodyweightValue: number | null
  readonly bodyweightUnit: Schemas['WeightUnit'] | null
}

/** An exercise of a workout. */
export interface WorkoutExerciseRow {
  readonly id: string
  /** From 0, within the workout. */
  readonly position: number
  readonly exerciseId: string
  /** The slot of the program's day. */
  readonly slot: string | null
  readonly supersetGroup: number | null
  readonly notes: string | null
}

/** A set. Weights and measures are as entered, with their unit, and in whole canonical units: all or none. */
export interface SetRow {
  readonly id: string
  readonly workoutExerciseId: string
  /** From 0, within the exercise of the workout. */
  readonly position: number
  readonly type: Schemas['SetType']
  readonly weightValue: number | null
  readonly weightUnit: Schemas['WeightUnit'] | null
  readonly weightGrams: number | null
  readonly assistanceValue: number | null
  readonly assistanceUnit: Schemas['WeightUnit'] | null
  readonly assistanceGrams: number | null
  readonly reps: number | null
  readonly durationSeconds: number | null
  readonly distanceValue: number | null
  readonly distanceUnit: Schemas['DistanceUnit'] | null
  readonly distanceMillimeters: number | null
  /** 6–10 in steps of 0.5; excludes `rir`. */
  readonly rpe: number | null
  readonly rir: number | null
  readonly side: Schemas['Side'] | null
  readonly restSeconds: number | null
  readonly completedAt: number | null
  readonly notes: string | null
  readonly target: Json<Schemas['SetTarget']> | null
  /** Whether the user confirmed that it was done as logged; never false. */
  readonly confirmed: boolean | null
  /** The `exerciseId` of the workout's exercise. */
  readonly exerciseId: string
  /** The workout's `startedAt`. */
  readonly performedAt: number
}

/** A workout with all its contents: exercises by position, and the sets of each exercise by position. */
export interface WorkoutAggregate {
  readonly workout: WorkoutRow
  readonly exercises: readonly WorkoutExerciseRow[]
  readonly sets: readonly SetRow[]
}

/** What the totals of a workout are computed from. */
export interface TotaledWorkout extends Pick<WorkoutAggregate, 'exercises' | 'sets'> {
  readonly workout: Pick<WorkoutRow, TotaledColumns | 'userId'>
}

/** A stored workout and the contents of its document. */
export interface SavedWorkout extends WorkoutAggregate {
  readonly stored: StoredWorkout
  /** Its packed rows, if this process has written it. */
  readonly packed?: PackedRows
}

/** The packed rows of a workout. */
export interface PackedRows {
  readonly whole: Selectable<PackedWorkoutsTable>
  /** One for each exercise. */
  readonly performed: readonly Selectable<PerformedExercisesTable>[]
}

/** The columns that only the server writes. */
type ServerColumns = 'revision' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'seq'

/** The time zone columns of a workout. */
type Zone = 'timeZone' | 'localStartedAt'

/** The part of a workout that a client determines; its time zone may come from the profile. */
export interface UnzonedDraft extends Pick<WorkoutAggregate, 'exercises' | 'sets'> {
  readonly workout: Omit<WorkoutRow, ServerColumns | Zone>
}

/** The part of a workout that a client determines. */
export interface WorkoutDraft extends UnzonedDraft {
  readonly workout: Omit<WorkoutRow, ServerColumns>
}
