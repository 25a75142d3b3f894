import type { Profile } from '#db/accounts/users.ts'
import { fromJson, type Json } from '#db/engine/json.ts'
import type { SavedPackedWorkout } from '#db/lift-memory/continue-log.ts'
import type { Reader } from '#db/schema/index.ts'
import type { WorkoutContent } from '#db/schema/workouts.ts'
import { instant } from '#db/values/instant.ts'
import { readExercises } from '#db/workouts/document.ts'
import type { PresentedWorkout, SetRow, StoredTotals, StoredWorkout } from '#db/workouts/rows.ts'
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
  stored: PresentedWorkout,
  unit: Schemas['WeightUnit'] = user.unit,
): Promise<JsonText<Workout>> {
  const doubts = await doubtsAmong(db, user, [stored])
  return presentRow(db, user, stored, doubts.of(stored.id), unit)
}

/**
 * A workout that was just saved, with totals in the profile's unit.
 *
 * @param packed the change of its packed rows, if the transaction saved nothing else
 */
export async function presentSaved(
  db: Reader,
  user: Profile,
  stored: StoredWorkout,
  packed?: SavedPackedWorkout,
): Promise<JsonText<Workout>> {
  return presentRow(db, user, stored, await doubtsOfSaved(db, user, stored, packed), user.unit)
}

/** Converts a user's workouts to the contract's schema, with totals in `unit`. */
export async function presentWorkouts(
  db: Reader,
  user: Profile,
  rows: readonly PresentedWorkout[],
  unit: Schemas['WeightUnit'],
): Promise<JsonText<Workout>[]> {
  if (rows.length === 0) return []
  const doubts = await doubtsAmong(db, user, rows)
  const workouts: JsonText<Workout>[] = []
  for (const row of rows) {
    const presented = presentRow(db, user, row, doubts.of(row.id), unit)
    // Without an `await`, which takes as long as everything else for a row whose totals are stored.
    workouts.push(presented instanceof Promise ? await presented : presented)
  }
  return workouts
}

/** The number of workouts to present in one turn, which takes a few milliseconds if all totals have to be computed. */
const turnWorkouts = 40

/** Converts a long list of workouts in turns, so that other requests can run in between. */
export async function presentInTurns(
  db: Reader,
  user: Profile,
  rows: readonly PresentedWorkout[],
  unit: Schemas['WeightUnit'],
): Promise<JsonText<Workout>[]> {
  const workouts: JsonText<Workout>[] = []
  for (let start = 0; start < rows.length; start += turnWorkouts) {
    if (start > 0) await new Promise(setImmediate)
    workouts.push(...(await presentWorkouts(db, user, rows.slice(start, start + turnWorkouts), unit)))
  }
  return workouts
}

/**
 * The stored document, followed by the members that are stored in columns. Totals exclude sets that look like typing
 * errors.
 */
function presentRow(
  db: Reader,
  user: Profile,
  stored: PresentedWorkout,
  doubted: readonly DoubtedSet[],
  unit: Schemas['WeightUnit'],
): JsonText<Workout> | Promise<JsonText<Workout>> {
  if (doubted.length === 0 && stored.volumeKg !== null) return textOf(stored, stored, unit, '')
  return presentWithTotals(db, user, stored, doubted, unit)
}

/** Like {@link presentRow}, for a workout whose totals aren't stored or include doubted sets. */
async function presentWithTotals(
  db: Reader,
  user: Profile,
  stored: PresentedWorkout,
  doubted: readonly DoubtedSet[],
  unit: Schemas['WeightUnit'],
): Promise<JsonText<Workout>> {
  const { exercises, sets } = readExercises(stored, fromJson(contentOf(stored)))
  const isDoubted = ({ id }: SetRow) => doubted.some(({ setId }) => setId === id)
  const totals = await totalsOf(db, {
    workout: { ...stored, userId: user.id },
    exercises,
    sets: sets.filter((set) => !isDoubted(set)),
  })
  const unitOf = ({ setId }: DoubtedSet) => {
    const set = sets.find(({ id }) => id === setId)
    return set?.weightUnit ?? set?.assistanceUnit ?? unit
  }
  const { doubts } = presentDoubts(doubted, unitOf)
  return textOf(stored, totals, unit, doubts ? `,"doubts":${JSON.stringify(doubts)}` : '')
}

function contentOf({ content }: PresentedWorkout): Json<WorkoutContent> {
  if (content === null) throw new Error('a workout that is not deleted has no document')
  return content
}

function textOf(
  stored: PresentedWorkout,
  { totalSets, totalReps, volumeKg, volumeLb }: Omit<StoredTotals, 'movesBody'>,
  unit: Schemas['WeightUnit'],
  doubtsText: string,
): JsonText<Workout> {
  const { id, revision, startedAt, endedAt, createdAt, updatedAt } = stored
  const volume = unit === 'kg' ? volumeKg : volumeLb
  const seconds = durationSeconds({ startedAt, endedAt: endedAt ?? undefined })
  const duration = seconds === undefined ? '' : `,"durationSeconds":${seconds}`
  const created = instant(createdAt)
  const updated = updatedAt === createdAt ? created : instant(updatedAt)
  const totals = `,"totals":{"volume":{"value":${volume},"unit":"${unit}"},"sets":${totalSets},"reps":${totalReps}${duration}}`
  const stamps = `,"revision":${revision},"createdAt":"${created}","updatedAt":"${updated}"}`
  return new JsonText([contentOf(stored).slice(0, -1), totals, doubtsText, stamps], { id, revision })
}
