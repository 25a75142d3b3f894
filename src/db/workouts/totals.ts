import { bodyweightOver } from '#training/bodyweight.ts'
import { userDays } from '#training/days.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { gramsFor, performedSet } from '#training/log/performed-set.ts'
import { type WorkoutTotals, workoutTotals } from '#training/totals.ts'
import { fromGrams, type WeightUnit } from '#training/units.ts'
import { postgresOf } from '../engine/postgres/direct-of.ts'
import { prepare } from '../engine/prepare.ts'
import { findExerciseFacts } from '../exercises/facts.ts'
import type { ExerciseFactsRow } from '../exercises/rows.ts'
import { type BodyweightRow, listBodyweights } from '../measurements/bodyweights.ts'
import type { Reader } from '../schema/index.ts'
import { maxDayDistance } from '../values/local-times.ts'
import type { SetRow, StoredTotals, TotaledWorkout, WorkoutRow } from './rows.ts'

/** Facts about exercises, by id. */
type Facts = ReadonlyMap<string, ExerciseFactsRow>

const selectDayStart = prepare((db, { userId }: { readonly userId: string }) =>
  db.selectFrom('users').select('dayStartHour').where('id', '=', userId),
)

/** What the totals of a workout depend on besides the workout. */
export interface TotalsFacts {
  /** The facts about its exercises. */
  readonly exercises: Facts
  /** The bodyweights around it, if they were read and any of its exercises moves the body. */
  readonly bodyweights?: readonly BodyweightRow[]
}

/** The part of a workout that determines the facts. */
interface DatedExercises extends Pick<TotaledWorkout, 'exercises'> {
  readonly workout: Pick<WorkoutRow, 'userId' | 'startedAt'>
}

/** Reads the facts about a workout's exercises. */
export async function findFactsOf(
  db: Reader,
  { workout, exercises }: DatedExercises,
): Promise<Pick<TotalsFacts, 'exercises'>> {
  const ids = new Set(exercises.map(({ exerciseId }) => exerciseId))
  return { exercises: await findExerciseFacts(db, workout.userId, ids) }
}

/** Reads everything that the totals of a workout depend on, so that a transaction can read it with its other rows. */
export async function findTotalsFacts(db: Reader, draft: DatedExercises): Promise<TotalsFacts> {
  const { exercises } = await findFactsOf(db, draft)
  return movesBody(exercises)
    ? { exercises, bodyweights: await bodyweightsAround(db, draft.workout) }
    : { exercises }
}

/** The totals of a workout for storage. Reads the facts that weren't read before. */
export async function totalsOf(
  db: Reader,
  draft: TotaledWorkout,
  facts?: TotalsFacts,
): Promise<StoredTotals> {
  const { exercises, bodyweights } = facts ?? (await findTotalsFacts(db, draft))
  const usesBodyweight = movesBody(exercises)
  const kg = usesBodyweight
    ? await bodyweightOf(db, draft, bodyweights ?? (await bodyweightsAround(db, draft.workout)))
    : undefined
  const lb = kg === undefined ? undefined : gramsFor(kg, 'lb')
  const inKg = totalsIn('kg', draft, exercises, kg)
  const inLb = kg === lb && draft.sets.every(isSameInPounds) ? inKg : totalsIn('lb', draft, exercises, lb)
  return {
    totalSets: inKg.sets,
    totalReps: inKg.reps,
    volumeKg: fromGrams(inKg.volumeGrams, 'kg').value,
    volumeLb: fromGrams(inLb.volumeGrams, 'lb').value,
    movesBody: usesBodyweight ? 1 : 0,
  }
}

/** Whether figures in pounds use a set's grams unchanged, as they do for most sets not entered in pounds. */
function isSameInPounds({ weightGrams, assistanceGrams }: SetRow): boolean {
  const isSame = (grams: number | null) => grams === null || gramsFor(grams, 'lb') === grams
  return isSame(weightGrams) && isSame(assistanceGrams)
}

function movesBody(exercises: Facts): boolean {
  return exercises.values().some((exercise) => bodyweightShareOf(exercise) > 0)
}

/** The bodyweights that may apply to a workout, whatever its time zone. */
function bodyweightsAround(
  db: Reader,
  { userId, startedAt }: DatedExercises['workout'],
): Promise<BodyweightRow[]> {
  return listBodyweights(db, userId, { from: startedAt - maxDayDistance, before: startedAt + maxDayDistance })
}

function totalsIn(
  unit: WeightUnit,
  { workout: { id, startedAt }, sets }: TotaledWorkout,
  facts: Facts,
  bodyweightGrams: number | undefined,
): WorkoutTotals {
  return workoutTotals(
    { startedAt, sets: sets.map((set) => performedSet(set, id, unit)) },
    facts,
    bodyweightGrams,
  )
}

/** The bodyweight of a workout, in whole grams; undefined if none is known. */
async function bodyweightOf(
  db: Reader,
  { workout: { userId, startedAt, timeZone, bodyweightGrams } }: TotaledWorkout,
  bodyweights: readonly BodyweightRow[],
): Promise<number | undefined> {
  const workoutBodyweightGrams = bodyweightGrams ?? undefined
  const [first] = bodyweights
  if (!first) return workoutBodyweightGrams
  // Then the days don't matter.
  if (workoutBodyweightGrams === undefined && bodyweights.length === 1) return first.weightGrams
  const user = (await postgresOf(db)?.lockedUser()) ?? (await selectDayStart.first(db, { userId }))
  const days = userDays({ timeZone, dayStartHour: user?.dayStartHour ?? 0 })
  const bodyweightAt = bodyweightOver(bodyweights, days)
  return bodyweightAt({ performedAt: startedAt, timeZone, workoutBodyweightGrams })
}
