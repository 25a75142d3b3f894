import type { Profile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import type { ExerciseFactsRow } from '#db/exercises/rows.ts'
import type { Reader } from '#db/schema/index.ts'
import { listTrainedSetsOf } from '#db/training-log/trained-sets.ts'
import { userDays } from '#training/days.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { nearestLoad } from '#training/programs/index.ts'
import { liftOf } from '#training/progression/lift.ts'
import { sessionsOf } from '#training/progression/sessions.ts'
import { loadContext } from '../analytics/log.ts'
import { countedSets } from '../training-log/doubts.ts'
import { trainedSet } from '../training-log/trained-set.ts'

/** The best one-rep max is looked for in the 12 weeks before, in milliseconds. */
const window = 84 * 86_400_000
/** More sets of a lift than anyone does in that time. */
const maxSets = 2000

/**
 * The weight to begin a lift with, in grams: a percentage of the best estimated one-rep max of the 12 weeks
 * before, as the nearest weight that can be loaded. Undefined if the log gives none.
 */
export async function startingWeight(
  db: Reader,
  user: Profile,
  facts: ExerciseFactsRow,
  { percent, at }: { readonly percent: number; readonly at: number },
): Promise<number | undefined> {
  const { unit } = user
  const days = userDays(user)
  const range = { from: at - window, before: at + 1, limit: maxSets }
  const { rows } = await countedSets(db, user, await listTrainedSetsOf(db, user.id, facts.id, range))
  const exercises = new Map([[facts.id, facts]])
  const { bodyweightAt, frameOf } = await loadContext(db, user.id, rows, exercises, { days, unit })
  const sets = rows.map((row) => trainedSet(row, unit, frameOf(row.workoutId)))
  const loading = loadingOf(user, facts)
  const lift = liftOf({ facts, unit, loading })
  const sessions = sessionsOf({ facts, sets, bodyweightAt, days })
  const best = Math.max(0, ...sessions.flatMap((session) => lift.oneRepMax(session) ?? []))
  const last = sessions.at(-1)
  if (best === 0 || !last) return undefined
  const body = bodyweightShareOf(facts) > 0 ? last.bodyGrams : 0
  if (body === undefined) return undefined
  return Math.max(0, nearestLoad(loading, (best * percent) / 100 - body))
}

/** The loads that a user has available for an exercise. */
export function loadingOf(
  user: Profile,
  facts: ExerciseFactsRow,
  incrementGrams?: number,
): ReturnType<typeof loadingFor> {
  return loadingFor({
    equipment: facts.equipment,
    unit: user.unit,
    plates: user.plates === null ? undefined : fromJson(user.plates),
    incrementGrams,
    assisted: bodyweightShareOf(facts) > 0,
  })
}
