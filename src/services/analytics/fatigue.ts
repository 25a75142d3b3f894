import type { Profile } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { Reader } from '#db/schema/index.ts'
import { listLoggedSets } from '#db/training-log/training-log.ts'
import { listSoreness } from '#db/training-settings/soreness.ts'
import type { Schemas } from '#generated/types.ts'
import { type FatigueOptions, fatigueWindow, muscleFatigues } from '#training/fatigue/fatigue.ts'
import type { MuscleFatigue } from '#training/fatigue/types.ts'
import { performedSet } from '#training/log/performed-set.ts'
import type { PerformedSet } from '#training/types.ts'
import { fatigueReport } from './fatigue-report.ts'
import type { Moment } from './moment.ts'

type Asked = Pick<Moment, 'at' | 'now'>

/** The inputs of fatigue at a point in time. */
interface RecoveryLog extends Pick<FatigueOptions, 'exercises' | 'soreness'> {
  readonly sets: readonly PerformedSet[]
}

/**
 * Reads everything that still affects fatigue at a point in time: four weeks of sets and of soreness reports,
 * none of them in the future.
 */
async function recoveryLog(db: Reader, userId: string, { at, now }: Asked): Promise<RecoveryLog> {
  const range = { from: at - fatigueWindow, before: Math.min(at, now) + 1 }
  const rows = await listLoggedSets(db, userId, range)
  const soreness = await listSoreness(db, userId, range)
  const ids = new Set(rows.map(({ exerciseId }) => exerciseId))
  return {
    sets: rows.map((row) => performedSet(row, row.workoutId, 'kg')),
    soreness,
    exercises: await findExerciseFacts(db, userId, ids),
  }
}

/** How recovered each of the user's muscles is at a point in time. */
export async function fatigueAt(
  db: Reader,
  userId: string,
  moment: Asked,
  steps?: number,
): Promise<MuscleFatigue[]> {
  const { sets, ...known } = await recoveryLog(db, userId, moment)
  return muscleFatigues(sets, { ...known, at: moment.at, steps })
}

/** The report of `GET /api/analytics/fatigue`. */
export async function fatigueOf(db: Reader, user: Profile, moment: Asked): Promise<Schemas['FatigueReport']> {
  return fatigueReport(moment.at, user.timeZone, await fatigueAt(db, user.id, moment))
}
