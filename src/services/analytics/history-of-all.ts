import type { Profile } from '#db/accounts/users.ts'
import { defineProcessState } from '#db/engine/process/state.ts'
import type { PackedWorkoutRow } from '#db/packed/packed-workouts.ts'
import { withoutSets } from '#db/packed/without-sets.ts'
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
import { type Doubts, doubtsAmong } from '../training-log/doubts.ts'
import { allTraining, changesOfTraining, type TrainingBefore } from './all-training.ts'
import { basesAfter, continueHistory, type FoldInput, type HistoryBases } from './fold-training.ts'

/** All of a user's training that counts, with its history. */
export interface HistoryOfAll extends FoldInput, HistoryBases {
  readonly history: SetHistory
  /** Sets that were left out because they look like typing errors. */
  readonly doubts: readonly DoubtedSet[]
}

interface CachedHistory extends TrainingBefore {
  /** The other inputs of the history. */
  readonly settings: string
  readonly all: HistoryOfAll
}

/**
 * Histories are cached for this many users, with at most this many workouts each: a few megabytes in
 * total.
 */
const maxCachedUsers = 8
const maxWorkouts = 5000

const historiesOf = defineProcessState({
  name: 'histories of users',
  acrossNodes: "valid: each has the user's seq, which a change on any node raises",
  create: () => new LruMap<string, CachedHistory>(maxCachedUsers),
})

/**
 * Folds all of a user's training. The result is cached until anything in it changes: each change increases the
 * user's `seq` in the same transaction. After a change, only the first affected workout and later ones are
 * folded again.
 */
export async function historyOfAll(
  db: Reader,
  user: Profile,
  { unit, formula }: { readonly unit: Schemas['WeightUnit']; readonly formula?: Schemas['OneRepMaxFormula'] },
): Promise<HistoryOfAll> {
  const { timeZone, dayStartHour } = user
  // Must be read before the data, which is then from this state or from a later one with a different seq.
  const { seq, horizon } = await findSeq(db, user.id)
  const doubts = await doubtsAmong(db, user, [{ seq }])
  const doubted = doubts.sets.map(({ workoutId, setId }) => [workoutId, setId])
  const settings = JSON.stringify([timeZone, dayStartHour, unit, formula, doubted])
  // Not cached inside a transaction, which may be rolled back.
  const histories = db.isTransaction ? new LruMap<string, CachedHistory>(maxCachedUsers) : historiesOf(db)
  const cached = histories.get(user.id)
  if (cached?.seq === seq && cached.settings === settings) return cached.all
  // Changes since an earlier seq don't include expired tombstones.
  const before = cached && cached.seq >= horizon ? cached : undefined
  const days = userDays(user)
  const training = await allTraining(db, user.id, before)
  const bodyweightAt = bodyweightOver(bodyweightsFor(unit, training.bodyweights), days)
  const foldable: FoldInput = {
    workouts: withoutDoubtedSets(training.workouts, doubts),
    grams: (whole) => gramsFor(whole, unit),
    options: { exercises: training.exercises, bodyweightAt, formula },
  }
  const continued = before?.settings === settings ? before : undefined
  const changed = continued && changesOfTraining(continued.training, training)
  const bases = basesAfter(foldable, continued?.all, changed?.unchanged ?? 0, changed?.changes)
  const history = continueHistory(foldable, bases.base, training.workouts.length)
  const all = { ...foldable, ...bases, history, doubts: doubts.sets }
  if (training.workouts.length <= maxWorkouts) histories.set(user.id, { seq, settings, training, all })
  return all
}

/** The filter of `countedSets`, for packed workouts. */
function withoutDoubtedSets(
  workouts: readonly PackedWorkoutRow[],
  doubts: Doubts,
): readonly PackedWorkoutRow[] {
  if (doubts.sets.length === 0) return workouts
  return workouts.map((row) => {
    const doubted = new Set(doubts.of(row.workoutId).map(({ setId }) => setId))
    return doubted.size === 0 ? row : withoutSets(row, doubted)
  })
}
