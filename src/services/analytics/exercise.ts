import type { Profile } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { Reader } from '#db/schema/index.ts'
import { listLoggedSetsOf } from '#db/training-log/training-log.ts'
import type { Schemas } from '#generated/types.ts'
import { periodOf } from '#training/periods.ts'
import { bestFigures, exerciseProgress } from '#training/progress.ts'
import { workoutPoints } from '#training/progress-points.ts'
import { exerciseReport } from './exercise-report.ts'
import { trainingLog } from './log.ts'
import type { ReportRange } from './range.ts'

/** What a caller asks about one exercise. */
export interface ExerciseQuery {
  readonly exerciseId: string
  readonly formula: Schemas['OneRepMaxFormula']
  readonly unit: Schemas['WeightUnit']
}

/**
 * Reads what a user did of one exercise and reports their progress. What came before the range is read too,
 * because records are for all time. Undefined if the user has no such exercise.
 */
export async function progressOfExercise(
  db: Reader,
  user: Profile,
  { days, today, from, to }: ReportRange,
  { exerciseId, formula, unit }: ExerciseQuery,
): Promise<Schemas['ExerciseProgress'] | undefined> {
  const facts = (await findExerciseFacts(db, user.id, new Set([exerciseId]))).get(exerciseId)
  if (!facts) return undefined
  const { startMs, endMs } = periodOf(days, from, to)
  const rows = await listLoggedSetsOf(db, user.id, exerciseId, endMs)
  const { sets, context } = await trainingLog(db, user.id, rows, { days, unit })
  const { bodyweightAt } = context
  const first = sets.findIndex(({ performedAt }) => performedAt >= startMs)
  const start = first < 0 ? sets.length : first
  const progress = exerciseProgress(sets.slice(start), facts, {
    days,
    bodyweightAt,
    asOf: Math.min(to, today),
    formula,
    bestBefore: bestFigures(workoutPoints(sets.slice(0, start), { facts, formula, bodyweightAt, days })),
  })
  return exerciseReport({ exerciseId, timeZone: user.timeZone, from, to, unit }, progress)
}
