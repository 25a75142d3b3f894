import { Type } from '@sinclair/typebox'
import { transact } from '#db/engine/transact.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import { deleteSoreness, saveSoreness } from '#db/training-settings/soreness.ts'
import { milliseconds } from '#db/values/instant.ts'
import { Cursor } from '#http/policies/cursor.ts'
import { satisfies } from '#http/policies/precondition.ts'
import { ok } from '#http/response/constructors.ts'
import { calendarOver } from '#services/analytics/calendar.ts'
import { progressOfExercise } from '#services/analytics/exercise.ts'
import { fatigueOf } from '#services/analytics/fatigue.ts'
import { presentLandmarks, replaceLandmarks, userLandmarks } from '#services/analytics/landmarks.ts'
import { loadOver } from '#services/analytics/load.ts'
import { momentOf, oneDay, tenYears } from '#services/analytics/moment.ts'
import { progressOverall } from '#services/analytics/overall.ts'
import { openRange, reportRange } from '#services/analytics/range.ts'
import { recordsOfExercise } from '#services/analytics/records.ts'
import { recordPosition, recordsOfAll } from '#services/analytics/records-of-all.ts'
import { simulationOf } from '#services/analytics/simulate.ts'
import { strengthOver } from '#services/analytics/strength.ts'
import { summaryOf } from '#services/analytics/summary.ts'
import { volumeOver } from '#services/analytics/volume.ts'
import type { Done, Missing } from '#services/crud/results.ts'
import { listSoreness, presentSoreness } from '#services/training-settings/soreness.ts'
import { checkExercises, checkWorkout } from '#services/workouts/rules.ts'
import type { AppHandlers } from './context.ts'
import { invalid, invalidCursor } from './problems.ts'
import { respond } from './respond.ts'
import { respondWithPage } from './respond-with-page.ts'

/** The default ranges of reports, in days. */
const twelveWeeks = 84
const halfAYear = 182
const year = 365
/** 53 weeks, for a heatmap. */
const maxCalendarDays = 371
/** A chart with more one-day buckets would be unreadable. */
const maxDayBuckets = 370

const sorenessCursor = new Cursor(
  'listSoreness',
  Type.Object({ reportedAt: Type.Integer(), muscle: Type.String() }, { additionalProperties: false }),
)

const recordsCursor = new Cursor('getRecords', recordPosition)

/** The handlers of the Analytics tag. */
export const analytics = {
  async getVolume({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), {
      defaultDays: twelveWeeks,
      ...(query.bucket === 'day' && { max: maxDayBuckets }),
    })
    if (range.kind === 'invalid') return respond(range)
    return ok(await volumeOver(db, user, range, query))
  },

  async getProgress({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), { defaultDays: halfAYear })
    if (range.kind === 'invalid') return respond(range)
    const { exerciseId, formula, unit = user.unit } = query
    if (exerciseId === undefined) return ok(await progressOverall(db, user, range, unit))
    return respond(await progressOfExercise(db, user, range, { exerciseId, formula, unit }))
  },

  async getRecords({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), { defaultDays: year })
    if (range.kind === 'invalid') return respond(range)
    const { exerciseId, kind, formula, limit, unit = user.unit } = query
    const after = query.cursor === undefined ? undefined : recordsCursor.decode(query, query.cursor)
    if (query.cursor !== undefined && (!after || exerciseId !== undefined)) return invalidCursor()
    const options = { timeZone: user.timeZone, range, unit, formula, kind }
    if (exerciseId !== undefined) {
      return respond(await recordsOfExercise(db, user, exerciseId, options))
    }
    const { report, last } = await recordsOfAll(db, user, options, { after, limit })
    return ok({ ...report, ...(last && { nextCursor: recordsCursor.encode(query, last) }) })
  },

  async getFatigue({ query, principal: { user }, db, now }) {
    const moment = momentOf(query.at, now(), { parameter: 'at' }, tenYears)
    return moment.kind === 'invalid' ? respond(moment) : ok(await fatigueOf(db, user, moment))
  },

  async reportSoreness({ path: { muscle }, body, principal: { user }, db, now }) {
    const moment = momentOf(body.at, now(), { pointer: '/at' }, oneDay)
    if (moment.kind === 'invalid') return respond(moment)
    const reportedAt = moment.at
    const { soreness } = body
    const report = { muscle, soreness, reportedAt }
    await transact(db, user.id, (tx) => saveSoreness(tx, user.id, report))
    return ok(presentSoreness(report))
  },

  listSoreness: ({ query, principal: { user }, db }) =>
    respondWithPage(sorenessCursor, query, (page) => listSoreness(db, user, query, page)),

  async deleteSoreness({ path: { muscle }, query, principal: { user }, db }) {
    const report = { muscle, reportedAt: milliseconds(query.at) }
    return transact(db, user.id, async (tx) =>
      respond((await deleteSoreness(tx, user.id, report)) ? deleted : noReport),
    )
  },

  async getSummary({ query, principal: { user }, db, now }) {
    return ok(await summaryOf(db, user, now(), query.unit ?? user.unit))
  },

  async getCalendar({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), { defaultDays: year, max: maxCalendarDays })
    if (range.kind === 'invalid') return respond(range)
    return ok(await calendarOver(db, user, range, query.unit ?? user.unit))
  },

  async getTrainingLoad({ query, principal: { user }, db, now }) {
    const range = reportRange(user, query, now(), { defaultDays: twelveWeeks })
    return range.kind === 'invalid' ? respond(range) : ok(await loadOver(db, user, range))
  },

  async getStrength({ query, principal: { user }, db, now }) {
    const range = openRange(user, query, now())
    if (range.kind === 'invalid') return respond(range)
    const { formula, unit = user.unit } = query
    return ok(await strengthOver(db, user, { ...range, formula, unit }))
  },

  async getLandmarks({ principal: { user }, db, now }) {
    return ok(presentLandmarks(await userLandmarks(db, user, now()), user))
  },

  replaceLandmarks: async ({ body, ifMatch, principal: { user }, db, now }) =>
    respond(await replaceLandmarks({ user, db, now }, body, (revision) => satisfies(ifMatch, revision))),

  async simulateWorkout({ query, body, principal: { user }, db, now }) {
    const moment = momentOf(body.startedAt, now(), { pointer: '/startedAt' }, tenYears)
    if (moment.kind === 'invalid') return respond(moment)
    const ids = new Set(body.exercises.map(({ exerciseId }) => exerciseId))
    const facts = await findExerciseFacts(db, user.id, ids)
    const errors = [...checkWorkout(body), ...checkExercises(body, facts)]
    if (errors.length > 0) return invalid(...errors)
    return ok(await simulationOf(db, user, body, { unit: query.unit ?? user.unit, now: now() }))
  },
} satisfies Partial<AppHandlers>

const deleted: Done = { kind: 'done' }
const noReport: Missing<'soreness'> = { kind: 'missing', resource: 'soreness' }
