import type { Profile } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { Reader } from '#db/schema/index.ts'
import { listSoreness } from '#db/training-settings/soreness.ts'
import type { Schemas } from '#generated/types.ts'
import { type FatigueOptions, fatigueWindow, muscleFatigues } from '#training/fatigue/fatigue.ts'
import type { MuscleFatigue } from '#training/fatigue/types.ts'
import type { PerformedSet } from '#training/types.ts'
import { countedTraining } from '../training-log/doubts.ts'
import { LoggedPerformedSet } from '../training-log/logged-performed-set.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'
import { fatigueReport } from './fatigue-report.ts'
import type { TrainingLog } from './log.ts'
import type { Moment } from './moment.ts'

type FatigueTime = Pick<Moment, 'at' | 'now'>

/** The inputs of fatigue at a point in time. */
interface RecoveryLog extends Pick<FatigueOptions, 'exercises' | 'soreness'>, Pick<TrainingLog, 'doubts'> {
  readonly sets: readonly PerformedSet[]
}

/**
 * Reads everything that affects fatigue at a point in time: four weeks of sets and soreness reports, none of them in
 * the future.
 */
async function recoveryLog(db: Reader, user: Profile, { at, now }: FatigueTime): Promise<RecoveryLog> {
  const range = { from: at - fatigueWindow, before: Math.min(at, now) + 1 }
  const [{ rows, doubts }, soreness] = await Promise.all([
    countedTraining(db, user, range),
    listSoreness(db, user.id, range),
  ])
  const ids = new Set(rows.map(({ exerciseId }) => exerciseId))
  return {
    sets: rows.map((row) => new LoggedPerformedSet(row, 'kg')),
    soreness,
    exercises: await findExerciseFacts(db, user.id, ids),
    doubts,
  }
}

/** The fatigue and readiness of each of the user's muscles at a point in time. */
export async function fatigueAt(
  db: Reader,
  user: Profile,
  moment: FatigueTime,
  steps?: number,
): Promise<{ readonly muscles: MuscleFatigue[] } & Pick<TrainingLog, 'doubts'>> {
  const { sets, doubts, ...options } = await recoveryLog(db, user, moment)
  return { muscles: muscleFatigues(sets, { ...options, at: moment.at, steps }), doubts }
}

/** The report of `GET /api/analytics/fatigue`. */
export async function fatigueOf(
  db: Reader,
  user: Profile,
  moment: FatigueTime,
): Promise<Schemas['FatigueReport']> {
  const { muscles, doubts } = await fatigueAt(db, user, moment)
  return { ...fatigueReport(moment.at, user.timeZone, muscles), ...presentDoubts(doubts, user.unit) }
}
