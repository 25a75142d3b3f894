import type { components } from '../../../generated/types.ts'
import type { Profile } from '../../db/accounts/users.ts'
import { findSeq } from '../../db/change-numbers.ts'
import type { Reader } from '../../db/schema.ts'
import { RecentMap } from '../../recent-map.ts'
import { bodyweightOver } from '../../training/bodyweight.ts'
import { userDays } from '../../training/days.ts'
import type { SetHistory } from '../../training/records/history.ts'
import { bodyweightsFor } from '../bodyweights-for.ts'
import { gramsFor } from '../performed-set.ts'
import { allTraining, type TrainingBefore, unchangedWorkouts } from './all-training.ts'
import { baseNearEnd, type Foldable, foldOn, type HistoryBase } from './fold-training.ts'

type Words = components['schemas']

/** All that a user ever did, and what it tells. */
export interface HistoryOfAll extends Foldable {
  readonly history: SetHistory
  /** Of a part of the history. */
  readonly base: HistoryBase
}

interface Kept extends TrainingBefore {
  /** What else it was reckoned with. */
  readonly settings: string
  readonly found: HistoryOfAll
}

/** Histories are kept for so many users, of at most so many workouts each: some megabytes together. */
const keptUsers = 8
const mostWorkouts = 5000

const kept = new WeakMap<Reader, RecentMap<string, Kept>>()

/**
 * Goes through all that a user ever did. What it tells is kept until anything of the user's training changes, as each change
 * raises their `seq`, in its own transaction; and after a change no more is gone through again than what comes after the first
 * workout that it tells on.
 */
export async function historyOfAll(
  db: Reader,
  user: Profile,
  { unit, formula }: { readonly unit: Words['WeightUnit']; readonly formula?: Words['OneRepMaxFormula'] },
): Promise<HistoryOfAll> {
  const { timeZone, dayStartHour } = user
  // Read first: what is read after it is of this state or a later one, whose seq is another.
  const { seq, horizon } = await findSeq(db, user.id)
  const settings = JSON.stringify([timeZone, dayStartHour, unit, formula])
  const users = kept.get(db) ?? new RecentMap(keptUsers)
  kept.set(db, users)
  const known = users.get(user.id)
  if (known?.seq === seq && known.settings === settings) return known.found
  // A deletion that was forgotten is not found among the changes.
  const before = known && known.seq >= horizon ? known : undefined
  const days = userDays(user)
  const training = await allTraining(db, user.id, days, before)
  const bodyweightAt = bodyweightOver(bodyweightsFor(unit, training.measured), days)
  const foldable: Foldable = {
    workouts: training.workouts,
    grams: (whole) => gramsFor(whole, unit),
    options: { exercises: training.exercises, bodyweightAt, formula },
  }
  const holds =
    before?.settings === settings && holdsBase(before, unchangedWorkouts(before.training, training, days))
  const base = baseNearEnd(foldable, holds ? before.found.base : undefined)
  const history = foldOn(foldable, base, training.workouts.length)
  const found = { ...foldable, history, base }
  if (training.workouts.length <= mostWorkouts) users.set(user.id, { seq, settings, training, found })
  return found
}

function holdsBase({ found }: Kept, unchanged: number): boolean {
  return found.base.place <= unchanged
}
