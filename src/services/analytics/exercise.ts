import type { Profile } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { Reader } from '#db/schema/index.ts'
import { listLoggedSetsOf } from '#db/training-log/training-log.ts'
import type { Schemas } from '#generated/types.ts'
import { bestFigure } from '#training/best-figure.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { inPeriod } from '#training/periods.ts'
import { exerciseProgress } from '#training/progress.ts'
import { oneRepMaxOn } from '#training/progression/expected-one-rep-max.ts'
import { deloadsIn } from '#training/progression/light-days.ts'
import type { Current, Missing } from '../crud/results.ts'
import { cutOf } from '../training-log/cut.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { countedSets } from '../training-log/doubts.ts'
import { liftMemory } from '../training-log/lift-memory.ts'
import { LoggedPerformedSet } from '../training-log/logged-performed-set.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'
import { exerciseReport } from './exercise-report.ts'
import { loadContext } from './log.ts'
import type { ReportRange } from './range.ts'

/** A query about one exercise. */
export interface ExerciseQuery {
  readonly exerciseId: string
  readonly formula: Schemas['OneRepMaxFormula']
  readonly unit: Schemas['WeightUnit']
}

/**
 * Reports a user's progress in one exercise. Also reads what came before the range, because records are
 * for all time.
 */
export async function progressOfExercise(
  db: Reader,
  user: Profile,
  range: ReportRange,
  { exerciseId, formula, unit }: ExerciseQuery,
): Promise<Current<Schemas['ExerciseProgress']> | Missing<'exercise'>> {
  const facts = (await findExerciseFacts(db, user.id, new Set([exerciseId]))).get(exerciseId)
  if (!facts) return { kind: 'missing', resource: 'exercise' }
  const { days, today, from, to } = range
  const { from: start, before } = instantsOfDays(range)
  const logged = await listLoggedSetsOf(db, user.id, exerciseId, before)
  const { rows, doubts } = await countedSets(db, user, logged)
  // Of the sets before the range, only the loads matter, and loads depend on the day only if they include bodyweight.
  const datedRows =
    bodyweightShareOf(facts) > 0 ? rows : rows.filter(({ performedAt }) => performedAt >= start)
  const index = new Map([[exerciseId, facts]])
  const { bodyweightAt, frameOf } = await loadContext(db, user.id, datedRows, index, { days, unit })
  const sets = rows.map((row) => new LoggedPerformedSet(row, unit, frameOf(row.workoutId)))
  const setsBefore = inPeriod(sets, { firstDay: Number.NEGATIVE_INFINITY, lastDay: from - 1 }, days)
  const setsWithin = inPeriod(sets, { firstDay: from, lastDay: to }, days)
  const memory = (await liftMemory(db, user, range.now)).of(exerciseId)
  const asOf = Math.min(to, today)
  const progress = exerciseProgress(setsWithin, facts, {
    days,
    bodyweightAt,
    asOf,
    formula,
    lightWorkouts: deloadsIn(memory),
    cut: await cutOf(db, user, days, asOf, range.now),
    bestBefore: (metric) => bestFigure(metric, setsBefore, { facts, formula, bodyweightAt }),
  })
  const options = { exerciseId, timeZone: user.timeZone, from, to, unit, formula }
  const hasOneRepMax = progress.metric === 'one_rep_max' || progress.metric === 'level'
  const expected = hasOneRepMax ? oneRepMaxOn(memory, today) : undefined
  const report = { ...exerciseReport(options, progress, expected), ...presentDoubts(doubts, unit) }
  return { kind: 'current', value: report }
}
