import { transact } from '../db/engine/transact.ts'
import { findExerciseFacts } from '../db/exercises/facts.ts'
import { instant, milliseconds } from '../db/instant.ts'
import { findLandmarks, saveLandmarks } from '../db/landmarks.ts'
import { deleteSoreness, saveSoreness } from '../db/soreness.ts'
import { noContent, ok, problem, stale } from '../http/answer.ts'
import { Cursor } from '../http/cursor.ts'
import { satisfies } from '../http/precondition.ts'
import { calendarOver } from './analytics/calendar.ts'
import { progressOfExercise } from './analytics/exercise.ts'
import { fatigueOf } from './analytics/fatigue.ts'
import { checkLandmarks, presentLandmarks } from './analytics/landmarks.ts'
import { loadOver } from './analytics/load.ts'
import { momentOf, oneDay, tenYears } from './analytics/moment.ts'
import { progressOverall } from './analytics/overall.ts'
import { openRange, reportRange } from './analytics/range.ts'
import { recordsOfExercise } from './analytics/records.ts'
import { recordPosition, recordsOfAll } from './analytics/records-of-all.ts'
import { simulationOf } from './analytics/simulate.ts'
import { strengthOver } from './analytics/strength.ts'
import { summaryOf } from './analytics/summary.ts'
import { volumeOver } from './analytics/volume.ts'
import type { AppHandlers } from './context.ts'
import { invalid, invalidCursor } from './invalid.ts'
import { checkExercises, checkWorkout } from './workouts/rules.ts'

const twelveWeeks = 84
const halfAYear = 182
const year = 365
/** 53 weeks, for a heatmap. */
const mostCalendarDays = 371
/** With more buckets of one day than this, a chart can't be read. */
const mostDayBuckets = 370

const recordsCursor = new Cursor('getRecords', recordPosition)

/** The handlers of the Analytics tag. */
export const analytics: Pick<
  AppHandlers,
  | 'getVolume'
  | 'getProgress'
  | 'getRecords'
  | 'getFatigue'
  | 'reportSoreness'
  | 'deleteSoreness'
  | 'getSummary'
  | 'getCalendar'
  | 'getTrainingLoad'
  | 'getStrength'
  | 'getLandmarks'
  | 'replaceLandmarks'
  | 'simulateWorkout'
> = {
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
    return report ? ok(report) : missing
  },

  async getRecords({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), { defaultDays: year })
    if ('code' in range) return invalid(range)
    const { exerciseId, kind, formula, limit, unit = user.unit } = query
    const after = query.cursor === undefined ? undefined : recordsCursor.decode(query, query.cursor)
    if (query.cursor !== undefined && (!after || exerciseId !== undefined)) return invalidCursor()
    const question = { timeZone: user.timeZone, range, unit, formula, kind }
    if (exerciseId !== undefined) {
      const report = await recordsOfExercise(db, user, exerciseId, question)
      return report ? ok(report) : missing
    }
    const { report, last } = await recordsOfAll(db, user, question, { after, limit })
    return ok({ ...report, ...(last && { nextCursor: recordsCursor.encode(query, last) }) })
  },

  async getFatigue({ query, principal: { user }, db, now }) {
    const at = momentOf(query.at, now(), { parameter: 'at' }, tenYears)
    return typeof at === 'number' ? ok(await fatigueOf(db, user, at)) : invalid(at)
  },

  async reportSoreness({ path: { muscle }, body, principal: { user }, db, now }) {
    const reportedAt = momentOf(body.at, now(), { pointer: '/at' }, oneDay)
    if (typeof reportedAt !== 'number') return invalid(reportedAt)
    const { soreness } = body
    await transact(db, (tx) => saveSoreness(tx, user.id, { muscle, soreness, reportedAt }))
    return ok({ muscle, soreness, at: instant(reportedAt) })
  },

  async deleteSoreness({ path: { muscle }, query, principal: { user }, db }) {
    const report = { muscle, reportedAt: milliseconds(query.at) }
    return transact(db, async (tx) => ((await deleteSoreness(tx, user.id, report)) ? noContent() : noReport))
  },

  async getSummary({ query, principal: { user }, db, now }) {
    return ok(await summaryOf(db, user, now(), query.unit ?? user.unit))
  },

  async getCalendar({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), { defaultDays: year, most: mostCalendarDays })
    if ('code' in range) return invalid(range)
    return ok(await calendarOver(db, user, range, query.unit ?? user.unit))
  },

  async getTrainingLoad({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), { defaultDays: twelveWeeks })
    return 'code' in range ? invalid(range) : ok(await loadOver(db, user, range))
  },

  async getStrength({ query, principal: { user }, db, now }) {
    const range = openRange(user, query, now())
    if ('code' in range) return invalid(range)
    const { formula, unit = user.unit } = query
    return ok(await strengthOver(db, user, { ...range, formula, unit }))
  },

  async getLandmarks({ principal: { user }, db }) {
    return ok(presentLandmarks(await findLandmarks(db, user.id)))
  },

  async replaceLandmarks({ body, ifMatch, principal: { user }, db }) {
    const errors = checkLandmarks(body)
    if (errors.length > 0) return invalid(...errors)
    return transact(db, async (tx) => {
      const kept = await findLandmarks(tx, user.id)
      if (!satisfies(ifMatch, kept.revision)) return stale(presentLandmarks(kept))
      return ok(presentLandmarks(await saveLandmarks(tx, user.id, kept, body.items)))
    })
  },

  async simulateWorkout({ query, body, principal: { user }, db, now }) {
    const at = momentOf(body.startedAt, now(), { pointer: '/startedAt' }, tenYears)
    if (typeof at !== 'number') return invalid(at)
    const ids = new Set(body.exercises.map(({ exerciseId }) => exerciseId))
    const known = await findExerciseFacts(db, user.id, ids)
    const errors = [...checkWorkout(body), ...checkExercises(body, known)]
    if (errors.length > 0) return invalid(...errors)
    return ok(await simulationOf(db, user, body, query.unit ?? user.unit))
  },
}

const noReport = problem(404, 'not_found', 'There is no soreness report for this muscle at that instant.')
const missing = problem(404, 'not_found', 'There is no such exercise.')
