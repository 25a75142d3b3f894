import type { Profile } from '#db/accounts/users.ts'
import { defineProcessState } from '#db/engine/process/state.ts'
import { PackedSets } from '#db/packed/packed-sets.ts'
import type { PackedWorkoutRow } from '#db/packed/packed-workouts.ts'
import type { Reader } from '#db/schema/index.ts'
import { findSeq } from '#db/sync/change-numbers.ts'
import type { Schemas } from '#generated/types.ts'
import { LruMap } from '#lib/lru-map.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { userDays } from '#training/days.ts'
import type { DoubtedSet } from '#training/lift-state/index.ts'
import { gramsFor } from '#training/log/performed-set.ts'
import type { SetHistory } from '#training/records/set-history.ts'
import { bodyweightsFor } from '../training-log/bodyweights.ts'
import { type Doubts, doubtsOf } from '../training-log/doubts.ts'
import { allTraining, type TrainingBefore, unchangedWorkouts } from './all-training.ts'
import { baseNearEnd, type Foldable, foldOn, type HistoryBase } from './fold-training.ts'

/** All of a user's training that counts, with its history. */
export interface HistoryOfAll extends Foldable {
  readonly history: SetHistory
  /** The history of the first workouts. */
  readonly base: HistoryBase
  /** Sets that were left out because they look like typing errors. */
  readonly doubts: readonly DoubtedSet[]
}

interface Cached extends TrainingBefore {
  /** The other inputs of the history. */
  readonly settings: string
  readonly found: HistoryOfAll
}

/**
 * Histories are cached for this many users, with at most this many workouts each: a few megabytes in
 * total.
 */
const maxCachedUsers = 8
const maxWorkouts = 5000

const historiesOf = defineProcessState({
  name: 'histories of users',
  acrossNodes: "holds: each is kept with the user's seq, which any node's change raises",
  create: () => new LruMap<string, Cached>(maxCachedUsers),
})

/**
 * Folds all of a user's training. The result is cached until anything in it changes: each change increases the
 * user's `seq` in the same transaction. After a change, only the workouts from the first affected one on are
 * folded again.
 */
export async function historyOfAll(
  db: Reader,
  user: Profile,
  { unit, formula }: { readonly unit: Schemas['WeightUnit']; readonly formula?: Schemas['OneRepMaxFormula'] },
): Promise<HistoryOfAll> {
  const { timeZone, dayStartHour } = user
  // Read before the data: data read afterward is from this state, or from a later one with a different
  // seq.
  const { seq, horizon } = await findSeq(db, user.id)
  const doubts = await doubtsOf(db, user)
  const doubted = doubts.sets.map(({ workoutId, setId }) => [workoutId, setId])
  const settings = JSON.stringify([timeZone, dayStartHour, unit, formula, doubted])
  // Not cached inside a transaction, which may be rolled back.
  const users = db.isTransaction ? new LruMap<string, Cached>(maxCachedUsers) : historiesOf(db)
  const known = users.get(user.id)
  if (known?.seq === seq && known.settings === settings) return known.found
  // Expired tombstones don't appear among the changes.
  const before = known && known.seq >= horizon ? known : undefined
  const days = userDays(user)
  const training = await allTraining(db, user.id, before)
  const bodyweightAt = bodyweightOver(bodyweightsFor(unit, training.measured), days)
  const foldable: Foldable = {
    workouts: withoutDoubtedSets(training.workouts, doubts),
    grams: (whole) => gramsFor(whole, unit),
    options: { exercises: training.exercises, bodyweightAt, formula },
  }
  const holds =
    before?.settings === settings && holdsBase(before, unchangedWorkouts(before.training, training))
  const base = baseNearEnd(foldable, holds ? before.found.base : undefined)
  const history = foldOn(foldable, base, training.workouts.length)
  const found = { ...foldable, history, base, doubts: doubts.sets }
  if (training.workouts.length <= maxWorkouts) users.set(user.id, { seq, settings, training, found })
  return found
}

function holdsBase({ found }: Cached, unchanged: number): boolean {
  return found.base.place <= unchanged
}

/** The filter of `countedSets`, for packed workouts. */
function withoutDoubtedSets(
  workouts: readonly PackedWorkoutRow[],
  doubts: Doubts,
): readonly PackedWorkoutRow[] {
  if (doubts.sets.length === 0) return workouts
  return workouts.map((row) => {
    const doubted = new Set(doubts.of(row.workoutId).map(({ setId }) => setId))
    return doubted.size === 0 ? row : PackedSets.without(row, doubted)
  })
}
