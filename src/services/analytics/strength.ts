import type { Profile } from '#db/accounts/users.ts'
import { listBodyweights } from '#db/measurements/measurements.ts'
import type { Reader } from '#db/schema/index.ts'
import { listWeightedSets, type WeightedSet } from '#db/training-log/weighted-sets.ts'
import { findWorkoutBodyweightBefore } from '#db/training-log/workout-bodyweight.ts'
import type { Schemas } from '#generated/types.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { type DayNumber, type Days, dayText } from '#training/days.ts'
import { competitionExerciseIds } from '#training/strength/competition-lifts.ts'
import { strengthOf } from '#training/strength/strength.ts'
import type { PerformedSet } from '#training/types.ts'
import { fromGrams } from '#training/units.ts'
import { gramsFor } from '../training-log/performed-set.ts'
import { strengthReport } from './strength-report.ts'

/** What a caller asks about strength. Both days are included; all time if there is no first day. */
export interface StrengthQuery {
  readonly days: Days
  readonly from: DayNumber | undefined
  readonly to: DayNumber
  /** Whether the caller gave the last day. */
  readonly ends: boolean
  readonly formula: Schemas['OneRepMaxFormula']
  readonly unit: Schemas['WeightUnit']
}

/** Reads the user's best competition lifts and reports how strong they are for their bodyweight. */
export async function strengthOver(
  db: Reader,
  user: Profile,
  { days, from, to, ends, formula, unit }: StrengthQuery,
): Promise<Schemas['StrengthReport']> {
  const range = {
    from: from === undefined ? Number.MIN_SAFE_INTEGER : days.startOf(from),
    before: days.startOf(to + 1),
  }
  const rows = await listWeightedSets(db, user.id, competitionExerciseIds, range)
  const whole = await bodyweightOn(db, user.id, days, to)
  const bodyweightGrams = whole === undefined ? undefined : gramsFor(whole, unit)
  const sex = user.sex ?? undefined
  const strength = strengthOf(
    rows.map((row) => liftedSet(row, unit)),
    { sex, bodyweightGrams, formula },
  )
  return {
    ...(from !== undefined && { from: dayText(from) }),
    ...(ends && { to: dayText(to) }),
    timeZone: user.timeZone,
    ...strengthReport(strength, unit),
    ...(sex && { sex }),
    ...(bodyweightGrams !== undefined && { bodyweight: fromGrams(bodyweightGrams, unit) }),
  }
}

/** The same as `performedSet`, using only the columns that were read. */
function liftedSet(
  { id, workoutId, exerciseId, performedAt, type, reps, weightGrams, rpe, rir }: WeightedSet,
  unit: Schemas['WeightUnit'],
): PerformedSet {
  return {
    id,
    workoutId,
    exerciseId,
    performedAt,
    type,
    reps,
    weightGrams: gramsFor(weightGrams, unit),
    rpe: rpe ?? undefined,
    rir: rir ?? undefined,
  }
}

/** The bodyweight on a day, as it is used for bodyweight lifts of that day. */
async function bodyweightOn(db: Reader, userId: string, days: Days, day: DayNumber) {
  const range = { from: days.startOf(day), before: days.startOf(day + 1) }
  const measured = await listBodyweights(db, userId, range)
  const carried = await findWorkoutBodyweightBefore(db, userId, range.before)
  return bodyweightOver(measured, days)({ performedAt: range.from, workoutBodyweightGrams: carried })
}
