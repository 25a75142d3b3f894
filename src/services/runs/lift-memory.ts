import type { Profile } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { ExerciseFactsRow } from '#db/exercises/rows.ts'
import type { Reader } from '#db/schema/index.ts'
import { listTrainedSetsOf } from '#db/training-log/trained-sets.ts'
import { userDays } from '#training/days.ts'
import { lightestLifted } from '#training/lift-state/index.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { performedSet } from '#training/log/performed-set.ts'
import { loadingOf } from '#training/programs/gear.ts'
import type { KnownLift } from '#training/programs/ready-slots.ts'
import { startingBase } from '#training/programs/starting-base.ts'
import { loadContext } from '../analytics/log.ts'
import { liftMemory } from '../training-log/lift-memory.ts'
import { gearOf } from './gear.ts'

/**
 * The starting weight of a lift, in grams: a percentage of the one-rep max expected on the day of the instant `at`,
 * rounded to the nearest loadable weight. Undefined if the log has no data on the lift.
 */
export async function startingWeight(
  db: Reader,
  user: Profile,
  facts: ExerciseFactsRow,
  { percent, at }: { readonly percent: number; readonly at: number },
): Promise<number | undefined> {
  const lift = (await liftMemory(db, user, at)).of(facts.id)
  if (!lift) return undefined
  const bodyGrams = await bodyweightMoved(db, user, facts, at)
  if (bodyGrams === undefined) return undefined
  const loading = loadingOf(gearOf(user), facts, { lightestGrams: lightestLifted(lift) })
  return startingBase(lift, { percent, day: userDays(user).dayOf(at), bodyGrams, loading })
}

/** What the log up to an instant shows about lifts, by exercise, to judge planned weights. */
export async function knownLifts(
  db: Reader,
  user: Profile,
  exerciseIds: ReadonlySet<string>,
  at: number,
): Promise<ReadonlyMap<string, KnownLift>> {
  const lifts = new Map<string, KnownLift>()
  if (exerciseIds.size === 0) return lifts
  const memory = await liftMemory(db, user, at)
  const entries = [...exerciseIds].flatMap((id) => {
    const lift = memory.of(id)
    return lift ? [[id, lift] as const] : []
  })
  const facts = await findExerciseFacts(db, user.id, new Set(entries.map(([id]) => id)))
  for (const [id, remembered] of entries) {
    const exercise = facts.get(id)
    const bodyGrams = exercise && (await bodyweightMoved(db, user, exercise, at))
    if (bodyGrams !== undefined) lifts.set(id, { remembered, bodyGrams })
  }
  return lifts
}

/** The bodyweight moved by a lift, in grams, when it was last done; undefined if unknown. */
async function bodyweightMoved(
  db: Reader,
  user: Profile,
  facts: ExerciseFactsRow,
  at: number,
): Promise<number | undefined> {
  const share = bodyweightShareOf(facts)
  if (share === 0) return 0
  const range = { from: Number.MIN_SAFE_INTEGER, before: at + 1, limit: 1 }
  const rows = await listTrainedSetsOf(db, user.id, facts.id, range)
  const [last] = rows
  if (!last) return undefined
  const { unit } = user
  const exercises = new Map([[facts.id, facts]])
  const { bodyweightAt, frameOf } = await loadContext(db, user.id, rows, exercises, {
    days: userDays(user),
    unit,
  })
  const bodyweight = bodyweightAt(performedSet(last, last.workoutId, unit, frameOf(last.workoutId)))
  return bodyweight === undefined ? undefined : bodyweight * share
}
