import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import { athleteState } from '#training/recommend/athlete.ts'
import { weightFormatOf } from '#training/recommend/planned-sets.ts'
import type { Current, Missing } from '../crud/results.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'
import { type AthleteLogOptions, athleteLog } from './athlete.ts'
import { progressionItem } from './prescribed.ts'

/** Without an exercise in the query, those trained within this time are included: four weeks, in milliseconds. */
const recentMs = 28 * dayMs

/** Reports what to lift next for one exercise, or for all that were trained recently. */
export async function progressionReport(
  db: Reader,
  user: Profile,
  options: AthleteLogOptions,
): Promise<Current<Schemas['ProgressionReport']> | Missing<'exercise'>> {
  const { at, exerciseId } = options
  const log = await athleteLog(db, user, options)
  if (exerciseId !== undefined && !log.exercises.has(exerciseId))
    return { kind: 'missing', resource: 'exercise' }
  const state = athleteState(log)
  const trained = new Set(
    log.sets.filter(({ performedAt }) => performedAt > at - recentMs).map((set) => set.exerciseId),
  )
  const ids = exerciseId === undefined ? [...trained].sort() : [exerciseId]
  const items = ids
    .flatMap((id) => state.progressionOf(id) ?? [])
    .map((next) => progressionItem(next, weightFormatOf(log, next.exerciseId)))
  const unitOf = (id: string) => weightFormatOf(log, id).unit
  const doubts = presentDoubts(log.doubts.ofExercises(ids), (doubted) => unitOf(doubted.exerciseId))
  return { kind: 'current', value: { at: instant(at), items, ...doubts } }
}
