import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import { userDays } from '#training/days.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { gramsFor, performedSet } from '#training/log/performed-set.ts'
import { type WorkoutTotals, workoutTotals } from '#training/totals.ts'
import { fromGrams, type WeightUnit } from '#training/units.ts'
import { prepare } from '../engine/prepare.ts'
import { findExerciseFacts } from '../exercises/facts.ts'
import type { ExerciseFactsRow } from '../exercises/rows.ts'
import { listBodyweights } from '../measurements/bodyweights.ts'
import type { Reader } from '../schema/index.ts'
import type { StoredTotals, WorkoutDraft } from './rows.ts'

/** Facts about exercises, by id. */
export type Facts = ReadonlyMap<string, ExerciseFactsRow>

const dayStartQuery = prepare((db, { userId }: { readonly userId: string }) =>
  db.selectFrom('users').select('dayStartHour').where('id', '=', userId),
)

/** No day that contains an instant, in any time zone, extends further than this from it. */
const twoDays = 2 * 86_400_000

/** The totals of a workout for storage. `facts`, if already read, must cover all its exercises. */
export async function totalsOf(db: Reader, draft: WorkoutDraft, facts?: Facts): Promise<StoredTotals> {
  const { workout, exercises } = draft
  const known =
    facts ??
    (await findExerciseFacts(db, workout.userId, new Set(exercises.map(({ exerciseId }) => exerciseId))))
  const movesBody = exercises.some(({ exerciseId }) => {
    const exercise = known.get(exerciseId)
    return exercise !== undefined && bodyweightShareOf(exercise) > 0
  })
  const [kg, lb] = movesBody ? await bodyweightsAt(db, draft) : [undefined, undefined]
  const inKg = totalsIn('kg', draft, known, kg)
  return {
    totalSets: inKg.sets,
    totalReps: inKg.reps,
    volumeKg: fromGrams(inKg.volumeGrams, 'kg').value,
    volumeLb: fromGrams(totalsIn('lb', draft, known, lb).volumeGrams, 'lb').value,
    movesBody: movesBody ? 1 : 0,
  }
}

function totalsIn(
  unit: WeightUnit,
  { workout: { id, startedAt }, sets }: WorkoutDraft,
  facts: Facts,
  bodyweightGrams: number | undefined,
): WorkoutTotals {
  return workoutTotals(
    { startedAt, sets: sets.map((set) => performedSet(set, id, unit)) },
    facts,
    bodyweightGrams,
  )
}

/** The bodyweight of a workout in the grams used to compute figures in each unit. */
async function bodyweightsAt(
  db: Reader,
  { workout: { userId, startedAt, timeZone, bodyweightGrams } }: WorkoutDraft,
): Promise<(number | undefined)[]> {
  const measured = await listBodyweights(db, userId, {
    from: startedAt - twoDays,
    before: startedAt + twoDays,
  })
  const days = userDays({
    timeZone,
    dayStartHour: (await dayStartQuery.first(db, { userId }))?.dayStartHour ?? 0,
  })
  return (['kg', 'lb'] as const).map((unit) => {
    const inUnit = (grams: number) => gramsFor(grams, unit)
    const at: BodyweightAt = bodyweightOver(
      measured.map(({ measuredAt, weightGrams }) => ({ measuredAt, weightGrams: inUnit(weightGrams) })),
      days,
    )
    const own = bodyweightGrams === null ? undefined : inUnit(bodyweightGrams)
    return at({ performedAt: startedAt, timeZone, workoutBodyweightGrams: own })
  })
}
