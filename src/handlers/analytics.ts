import { ok, problem } from '../http/answer.ts'
import { progressOfExercise } from './analytics/exercise.ts'
import { progressOverall } from './analytics/overall.ts'
import { reportRange } from './analytics/range.ts'
import { volumeOver } from './analytics/volume.ts'
import type { AppHandlers } from './context.ts'
import { invalid } from './invalid.ts'

const twelveWeeks = 84
const halfAYear = 182
/** More buckets of a day than this are no chart. */
const mostDayBuckets = 370

/** The handlers of the tag Analytics. */
export const analytics: Pick<AppHandlers, 'getVolume' | 'getProgress'> = {
  async getVolume({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), {
      defaultDays: twelveWeeks,
      ...(query.bucket === 'day' && { most: mostDayBuckets }),
    })
    if ('code' in range) return invalid(range)
    return ok(await volumeOver(db, user, range, query))
  },

  async getProgress({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), { defaultDays: halfAYear })
    if ('code' in range) return invalid(range)
    const { exerciseId, formula, unit = user.unit } = query
    if (exerciseId === undefined) return ok(await progressOverall(db, user, range, unit))
    const report = await progressOfExercise(db, user, range, { exerciseId, formula, unit })
    return report ? ok(report) : problem(404, 'not_found', 'There is no such exercise.')
  },
}
