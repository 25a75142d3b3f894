import type { Profile } from '#db/accounts/users.ts'
import { defineProcessState } from '#db/engine/process/state.ts'
import { PackedSets } from '#db/packed/packed-sets.ts'
import type { Reader } from '#db/schema/index.ts'
import { findSeq } from '#db/sync/change-numbers.ts'
import { LruMap } from '#lib/lru-map.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { userDays } from '#training/days.ts'
import {
  type DoubtedSet,
  MemoryFold,
  type MemoryOptions,
  type Remembered,
} from '#training/lift-state/index.ts'
import {
  type AllTraining,
  allTraining,
  type TrainingBefore,
  unchangedWorkouts,
} from '../analytics/all-training.ts'

/** The memory after the first workouts, from which folding continues if only later ones change. */
interface Base {
  readonly place: number
  readonly fold: MemoryFold
}

/** The memory of a user's lifts, and the sets excluded from it. */
export interface LiftMemory {
  of(exerciseId: string): Remembered | undefined
  doubts(): readonly DoubtedSet[]
}

interface Kept extends TrainingBefore {
  /** Everything else that the memory depends on. */
  readonly settings: string
  readonly base: Base
  readonly fold: MemoryFold
}

/** Memories are cached for this many users: at most a megabyte each. */
const keptUsers = 8
/** The last workouts, which contain almost every change, are folded again after each one. */
const tailWorkouts = 100

const memoriesOf = defineProcessState({
  name: 'memories of lifts',
  acrossNodes: "holds: each is kept with the user's seq, which any node's change raises",
  create: () => new LruMap<string, Kept>(keptUsers),
})

/** The memory of a user's lifts, folded from their log up to an instant. */
export async function liftMemory(
  db: Reader,
  user: Profile,
  by = Number.POSITIVE_INFINITY,
): Promise<LiftMemory> {
  const { timeZone, dayStartHour } = user
  // Read before the data: data read afterward is from this state or a later one, which has another seq.
  const { seq, horizon } = await findSeq(db, user.id)
  const settings = JSON.stringify([timeZone, dayStartHour])
  // Not cached inside a transaction, which may be rolled back.
  const users = db.isTransaction ? new LruMap<string, Kept>(keptUsers) : memoriesOf(db)
  const known = users.get(user.id)
  const options = (training: AllTraining) => optionsOf(user, training)
  const memory = (kept: Kept) => upTo(kept, by, options(kept.training))
  if (known?.seq === seq && known.settings === settings) return memory(known)
  // Expired tombstones don't appear among the changes.
  const before = known && known.seq >= horizon ? known : undefined
  const training = await allTraining(db, user.id, before)
  const holds =
    before?.settings === settings && before.base.place <= unchangedWorkouts(before.training, training)
  const start = holds ? before.base : { place: 0, fold: new MemoryFold() }
  const base = baseNearEnd(training, start, options(training))
  const fold = foldOn(training, base, training.workouts.length, options(training))
  const kept = { seq, settings, training, base, fold }
  users.set(user.id, kept)
  return memory(kept)
}

function optionsOf(user: Profile, { exercises, measured }: AllTraining): MemoryOptions {
  const days = userDays(user)
  return { exercises, days, bodyweightAt: bodyweightOver(measured, days) }
}

function baseNearEnd(training: AllTraining, from: Base, options: MemoryOptions): Base {
  const place = training.workouts.length - tailWorkouts
  // It moves this far at a time, so that it moves rarely.
  if (place - from.place < tailWorkouts) return from
  return { place, fold: foldOn(training, from, place, options) }
}

function foldOn(
  { workouts }: AllTraining,
  { place, fold }: Base,
  before: number,
  options: MemoryOptions,
): MemoryFold {
  const further = new MemoryFold(fold)
  further.take(new PackedSets(workouts, (whole) => whole, { from: place, before }), options)
  return further
}

/** The memory at an instant: later workouts are ignored. */
function upTo({ training, base, fold }: Kept, by: number, options: MemoryOptions): MemoryFold {
  const { workouts } = training
  if ((workouts.at(-1)?.startedAt ?? 0) <= by) return fold
  const end = workouts.findIndex(({ startedAt }) => startedAt > by)
  return foldOn(training, base.place <= end ? base : { place: 0, fold: new MemoryFold() }, end, options)
}
