import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import type { Schema, Tx } from '../schema/index.ts'
import type { PackedWorkoutsTable, PerformedExercisesTable } from '../schema/workouts.ts'
import type { SetRow, WorkoutExerciseRow } from '../workouts/rows.ts'

/**
 * A workout. A deleted one keeps this row as its tombstone; its exercises and sets remain in its last
 * revision.
 */
export interface EarlierWorkoutsTable {
  userId: string
  id: string
  name: string | null
  notes: string | null
  /** The text searched by `q`: the name and all notes, folded. */
  searchText: string
  startedAt: number
  endedAt: number | null
  /** The workout's time zone: an IANA name, or an offset such as `-04:00`. Determines its day. */
  timeZone: string
  /** `startedAt` on the clock of `timeZone`, as milliseconds since 1970-01-01T00:00 of that clock. */
  localStartedAt: number
  /** Since 0011. */
  planRunId: string | null
  plan: Json<Schemas['WorkoutPlan']> | null
  /** 1–5. */
  energy: number | null
  /** Session RPE, 0–10 in steps of 0.5. */
  exertion: number | null
  /** As entered, with its unit, and in grams: all three or none. */
  bodyweightValue: number | null
  bodyweightUnit: Schemas['WeightUnit'] | null
  bodyweightGrams: number | null
  revision: number
  createdAt: number
  updatedAt: number
  deletedAt: number | null
  /** The user's `seq` at the last change. */
  seq: number
}

/** An exercise of a workout. */
interface EarlierExercisesTable {
  userId: string
  workoutId: string
  id: string
  /** From 0, within the workout. */
  position: number
  exerciseId: string
  /** Since 0011. */
  slot: string | null
  supersetGroup: number | null
  notes: string | null
}

/**
 * A set. Weights and measures are stored as entered, with their unit, and in whole canonical units: all or
 * none.
 */
interface EarlierSetsTable {
  userId: string
  workoutId: string
  id: string
  workoutExerciseId: string
  /** From 0, within the exercise of the workout. */
  position: number
  type: Schemas['SetType']
  weightValue: number | null
  weightUnit: Schemas['WeightUnit'] | null
  weightGrams: number | null
  assistanceValue: number | null
  assistanceUnit: Schemas['WeightUnit'] | null
  assistanceGrams: number | null
  reps: number | null
  durationSeconds: number | null
  distanceValue: number | null
  distanceUnit: Schemas['DistanceUnit'] | null
  distanceMillimeters: number | null
  /** 6–10 in steps of 0.5; excludes `rir`. */
  rpe: number | null
  rir: number | null
  side: Schemas['Side'] | null
  restSeconds: number | null
  completedAt: number | null
  notes: string | null
  target: Json<Schemas['SetTarget']> | null
  /** A copy of the `exerciseId` of the workout's exercise, so that analytics can read a single index. */
  exerciseId: string
  /** A copy of the workout's `startedAt`, so that analytics can read a single index. */
  performedAt: number
}

/** The tables with packed sets before 0024, which renamed their column to `packedSets`. */
export interface TablesWithSets {
  packedWorkouts: WithSets<PackedWorkoutsTable>
  performedExercises: WithSets<PerformedExercisesTable>
}

type WithSets<Table> = Omit<Table, 'packedSets'> & { sets: Uint8Array }

/** A workout's packed sets, keyed by its id. */
export type EarlierPackedTable = Omit<TablesWithSets['packedWorkouts'], 'trained' | 'phase' | 'overreached'>

/** The tables before 0012, when a workout had a row for each of its exercises and sets. */
export interface EarlierSchema extends Omit<Schema, 'workouts' | 'packedWorkouts' | 'performedExercises'> {
  workouts: EarlierWorkoutsTable
  workoutExercises: EarlierExercisesTable
  sets: EarlierSetsTable
  packedWorkouts: EarlierPackedTable
}

/** The columns of a workout's exercises, except the reference to the workout. */
const exerciseColumns = [
  'id',
  'position',
  'exerciseId',
  'supersetGroup',
  'notes',
] as const satisfies readonly (keyof EarlierExercisesTable)[]

/** The columns of a workout's sets, except the reference to the workout. */
const setColumns = [
  'id',
  'workoutExerciseId',
  'position',
  'type',
  'weightValue',
  'weightUnit',
  'weightGrams',
  'assistanceValue',
  'assistanceUnit',
  'assistanceGrams',
  'reps',
  'durationSeconds',
  'distanceValue',
  'distanceUnit',
  'distanceMillimeters',
  'rpe',
  'rir',
  'side',
  'restSeconds',
  'completedAt',
  'notes',
  'target',
  'exerciseId',
  'performedAt',
] as const satisfies readonly (keyof EarlierSetsTable)[]

interface WorkoutKey {
  readonly userId: string
  readonly workoutId: string
  /** Since 0011; absent before. */
  readonly slots?: true | undefined
}

type EarlierContents = Pick<EarlierSchema, 'workoutExercises' | 'sets'>

const selectExercises = prepare((db, { userId, workoutId, slots }: WorkoutKey) =>
  db
    .withTables<EarlierContents>()
    .selectFrom('workoutExercises')
    .select(exerciseColumns)
    .select((eb) => (slots ? eb.ref('slot') : eb.val<string | null>(null)).as('slot'))
    .where('userId', '=', userId)
    .where('workoutId', '=', workoutId)
    .orderBy('position'),
)

const selectSets = prepare((db, { userId, workoutId }: WorkoutKey) =>
  db
    .withTables<EarlierContents>()
    .selectFrom('sets')
    .select(setColumns)
    .where('userId', '=', userId)
    .where('workoutId', '=', workoutId)
    .orderBy('position'),
)

/** The exercises and sets of a workout, each by position. */
export async function contentsOf(
  tx: Tx,
  workout: WorkoutKey,
): Promise<{ readonly exercises: WorkoutExerciseRow[]; readonly sets: SetRow[] }> {
  const exercises = await selectExercises.all(tx, workout)
  const sets = await selectSets.all(tx, workout)
  return { exercises, sets: sets.map((set) => ({ ...set, confirmed: null })) }
}
