import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import { readWorkout } from '#db/workouts/document.ts'
import type { SetRow, StoredTotals, StoredWorkout } from '#db/workouts/rows.ts'
import { totalsOf } from '#db/workouts/totals.ts'
import type { Schemas } from '#generated/types.ts'
import { JsonText } from '#lib/json-text.ts'
import type { DoubtedSet } from '#training/lift-state/index.ts'
import { durationSeconds } from '#training/totals.ts'
import { doubtsAmong, doubtsOfSaved } from '../training-log/doubts.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'

type Workout = Schemas['Workout']

/** One of the user's workouts, with totals in the requested unit or the profile's. */
export async function presentWorkout(
  db: Reader,
  user: Profile,
  stored: StoredWorkout,
  unit: Schemas['WeightUnit'] = user.unit,
): Promise<JsonText<Workout>> {
  const doubts = await doubtsAmong(db, user, [stored])
  return presented(db, stored, doubts.of(stored.id), unit)
}

/** The same for one that was just saved. */
export async function presentSaved(
  db: Reader,
  user: Profile,
  stored: StoredWorkout,
): Promise<JsonText<Workout>> {
  return presented(db, stored, await doubtsOfSaved(db, user, stored), user.unit)
}

/** Converts a user's workouts to the contract's schema, with totals in `unit`. */
export async function presentWorkouts(
  db: Reader,
  user: Profile,
  rows: readonly StoredWorkout[],
  unit: Schemas['WeightUnit'],
): Promise<JsonText<Workout>[]> {
  if (rows.length === 0) return []
  const doubts = await doubtsAmong(db, user, rows)
  const workouts: JsonText<Workout>[] = []
  for (const row of rows) workouts.push(await presented(db, row, doubts.of(row.id), unit))
  return workouts
}

/** The number of workouts to present in one turn, of a few milliseconds if all totals have to be computed. */
const turnWorkouts = 40

/** The same for a long list, in turns. */
export async function presentInTurns(
  db: Reader,
  user: Profile,
  rows: readonly StoredWorkout[],
  unit: Schemas['WeightUnit'],
): Promise<JsonText<Workout>[]> {
  const workouts: JsonText<Workout>[] = []
  for (let at = 0; at < rows.length; at += turnWorkouts) {
    if (at > 0) await new Promise(setImmediate)
    workouts.push(...(await presentWorkouts(db, user, rows.slice(at, at + turnWorkouts), unit)))
  }
  return workouts
}

/**
 * The stored document, followed by the members stored separately. Totals exclude sets that look like
 * typing errors.
 */
async function presented(
  db: Reader,
  stored: StoredWorkout,
  doubted: readonly DoubtedSet[],
  unit: Schemas['WeightUnit'],
): Promise<JsonText<Workout>> {
  if (doubted.length === 0 && stored.volumeKg !== null) return textOf(stored, stored, unit, '')
  const workout = readWorkout(stored)
  const isDoubted = ({ id }: SetRow) => doubted.some(({ setId }) => setId === id)
  const totals = await totalsOf(db, { ...workout, sets: workout.sets.filter((set) => !isDoubted(set)) })
  const unitOf = ({ setId }: DoubtedSet) => {
    const set = workout.sets.find(({ id }) => id === setId)
    return set?.weightUnit ?? set?.assistanceUnit ?? unit
  }
  const { doubts } = presentDoubts(doubted, unitOf)
  return textOf(stored, totals, unit, doubts ? `,"doubts":${JSON.stringify(doubts)}` : '')
}

function textOf(
  { id, content, revision, startedAt, endedAt, createdAt, updatedAt }: StoredWorkout,
  { totalSets, totalReps, volumeKg, volumeLb }: StoredTotals,
  unit: Schemas['WeightUnit'],
  doubts: string,
): JsonText<Workout> {
  if (content === null) throw new Error('a workout that is not deleted has no document')
  const volume = unit === 'kg' ? volumeKg : volumeLb
  const seconds = durationSeconds({ startedAt, endedAt: endedAt ?? undefined })
  const duration = seconds === undefined ? '' : `,"durationSeconds":${seconds}`
  const totals = `{"volume":{"value":${volume},"unit":"${unit}"},"sets":${totalSets},"reps":${totalReps}${duration}}`
  const stamps = `"revision":${revision},"createdAt":"${instant(createdAt)}","updatedAt":"${instant(updatedAt)}"`
  return new JsonText(`${content.slice(0, -1)},"totals":${totals}${doubts},${stamps}}`, { id, revision })
}
