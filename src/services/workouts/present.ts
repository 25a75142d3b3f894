import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import { readWorkout } from '#db/workouts/document.ts'
import type { StoredTotals, StoredWorkout } from '#db/workouts/rows.ts'
import { totalsOf } from '#db/workouts/totals.ts'
import type { Schemas } from '#generated/types.ts'
import { JsonText } from '#lib/json-text.ts'
import { durationSeconds } from '#training/totals.ts'

type Workout = Schemas['Workout']

/**
 * A workout in the shape of the contract, with its totals in `unit`: the stored document, followed by what stands
 * beside it.
 */
export async function presentWorkout(
  db: Reader,
  stored: StoredWorkout,
  unit: Schemas['WeightUnit'],
): Promise<JsonText<Workout>> {
  const totals = stored.volumeKg === null ? await totalsOf(db, readWorkout(stored)) : stored
  return textOf(stored, totals, unit)
}

/** A user's workouts in the shape of the contract, each with its totals in `unit`. */
export async function presentWorkouts(
  db: Reader,
  rows: readonly StoredWorkout[],
  unit: Schemas['WeightUnit'],
): Promise<JsonText<Workout>[]> {
  const presented: JsonText<Workout>[] = []
  for (const row of rows) {
    presented.push(row.volumeKg === null ? await presentWorkout(db, row, unit) : textOf(row, row, unit))
  }
  return presented
}

/** How many are presented in one turn: a few milliseconds' work, if all totals have to be computed. */
const turnWorkouts = 40

/** The same for a long list, yielding to the event loop in between. */
export async function presentInTurns(
  db: Reader,
  rows: readonly StoredWorkout[],
  unit: Schemas['WeightUnit'],
): Promise<JsonText<Workout>[]> {
  const presented: JsonText<Workout>[] = []
  for (let at = 0; at < rows.length; at += turnWorkouts) {
    if (at > 0) await new Promise(setImmediate)
    presented.push(...(await presentWorkouts(db, rows.slice(at, at + turnWorkouts), unit)))
  }
  return presented
}

function textOf(
  { id, content, revision, startedAt, endedAt, createdAt, updatedAt }: StoredWorkout,
  { totalSets, totalReps, volumeKg, volumeLb }: StoredTotals,
  unit: Schemas['WeightUnit'],
): JsonText<Workout> {
  if (content === null) throw new Error('a workout that is not deleted has no document')
  const volume = unit === 'kg' ? volumeKg : volumeLb
  const seconds = durationSeconds({ startedAt, endedAt: endedAt ?? undefined })
  const duration = seconds === undefined ? '' : `,"durationSeconds":${seconds}`
  const totals = `{"volume":{"value":${volume},"unit":"${unit}"},"sets":${totalSets},"reps":${totalReps}${duration}}`
  const stamps = `"revision":${revision},"createdAt":"${instant(createdAt)}","updatedAt":"${instant(updatedAt)}"`
  return new JsonText(`${content.slice(0, -1)},"totals":${totals},${stamps}}`, { id, revision })
}
