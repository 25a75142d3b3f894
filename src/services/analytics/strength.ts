import type { Profile } from '#db/accounts/users.ts'
import { listBodyweights } from '#db/measurements/bodyweights.ts'
import type { Reader } from '#db/schema/index.ts'
import { listWeightedSets, type WeightedSet } from '#db/training-log/weighted-sets.ts'
import { findWorkoutBodyweightBefore } from '#db/training-log/workout-bodyweight.ts'
import { listWorkoutsOutsideTimeZone } from '#db/training-log/workout-time-zones.ts'
import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import { type DayNumber, type Days, dayText } from '#training/days.ts'
import { gramsFor } from '#training/log/performed-set.ts'
import { inPeriod } from '#training/periods.ts'
import { competitionExerciseIds } from '#training/strength/competition-lifts.ts'
import { strengthOf } from '#training/strength/strength.ts'
import type { PerformedSet } from '#training/types.ts'
import { fromGrams } from '#training/units.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { countedSets } from '../training-log/doubts.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'
import { strengthReport } from './strength-report.ts'

/** A query about strength. Both days are included; all time if there is no first day. */
export interface StrengthQuery {
  readonly days: Days
  readonly now: number
  readonly from: DayNumber | undefined
  readonly to: DayNumber
  /** Whether the request specified the last day. */
  readonly hasLastDay: boolean
  readonly formula: Schemas['OneRepMaxFormula']
  readonly unit: Schemas['WeightUnit']
}

/** Reports the user's strength relative to bodyweight, from their best competition lifts. */
export async function strengthOver(
  db: Reader,
  user: Profile,
  { days, now, from, to, hasLastDay, formula, unit }: StrengthQuery,
): Promise<Schemas['StrengthReport']> {
  const { before, ...range } = instantsOfDays({ days, from: from ?? Number.MIN_SAFE_INTEGER, to, now })
  const readRange = { from: from === undefined ? Number.MIN_SAFE_INTEGER : range.from, before }
  const logged = await listWeightedSets(db, user.id, competitionExerciseIds, readRange)
  const { rows, doubts } = await countedSets(db, user, logged)
  const zones = await zonesNear(db, user, from === undefined ? [before] : [range.from + edgeMs, before])
  const sets = rows.map((row) => liftedSet(row, unit, zones.get(row.workoutId)))
  const within = inPeriod(sets, { firstDay: from ?? Number.NEGATIVE_INFINITY, lastDay: to }, days)
  const storedGrams = await bodyweightOn(db, user.id, days, to, now)
  const bodyweightGrams = storedGrams === undefined ? undefined : gramsFor(storedGrams, unit)
  const sex = user.sex ?? undefined
  const strength = strengthOf(within, { sex, bodyweightGrams, formula })
  return {
    ...(from !== undefined && { from: dayText(from) }),
    ...(hasLastDay && { to: dayText(to) }),
    timeZone: user.timeZone,
    ...strengthReport(strength, unit),
    ...presentDoubts(doubts, unit),
    ...(sex && { sex }),
    ...(bodyweightGrams !== undefined && { bodyweight: fromGrams(bodyweightGrams, unit) }),
  }
}

/**
 * A workout at least this far inside a range, in milliseconds, is on a day of the range in every time
 * zone.
 */
const edgeMs = 4 * dayMs

/** The time zones, other than the user's, of workouts that started up to four days before these instants. */
async function zonesNear(
  db: Reader,
  { id, timeZone }: Profile,
  ends: readonly number[],
): Promise<ReadonlyMap<string, string>> {
  const zones = new Map<string, string>()
  for (const before of ends) {
    const near = await listWorkoutsOutsideTimeZone(db, id, { from: before - edgeMs, before }, timeZone)
    for (const workout of near) zones.set(workout.id, workout.timeZone)
  }
  return zones
}

/** Like `performedSet`, but from the few columns of a {@link WeightedSet}. */
function liftedSet(
  { id, workoutId, exerciseId, performedAt, type, reps, weightGrams, rpe, rir }: WeightedSet,
  unit: Schemas['WeightUnit'],
  timeZone: string | undefined,
): PerformedSet {
  return {
    timeZone,
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

/**
 * The bodyweight on a day, as used for bodyweight lifts on that day: the one measured on it, or the most recent one
 * before, measured or entered in a workout, or else the first one measured after it.
 */
async function bodyweightOn(db: Reader, userId: string, days: Days, day: DayNumber, now: number) {
  const range = { from: days.startOf(day), before: Math.min(days.startOf(day + 1), now + 1) }
  const bodyweights = (await listBodyweights(db, userId, range)).filter(({ measuredAt }) => measuredAt <= now)
  const entered = await findWorkoutBodyweightBefore(db, userId, range.before)
  const before = bodyweights.findLast(({ measuredAt }) => measuredAt < range.before)
  const isEnteredLater =
    entered && (!before || (before.measuredAt < range.from && before.measuredAt < entered.startedAt))
  return isEnteredLater ? entered.bodyweightGrams : (before ?? bodyweights[0])?.weightGrams
}
