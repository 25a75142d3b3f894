import type { Profile } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { Reader } from '#db/schema/index.ts'
import { listLoggedSetsOf } from '#db/training-log/training-log.ts'
import type { Schemas } from '#generated/types.ts'
import { exerciseRecords } from '#training/records/records.ts'
import type { Current, Missing } from '../crud/results.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'
import { trainingLog } from './log.ts'
import { type RecordsReportOptions, recordsReport } from './records-report.ts'

/** Reports the records of one exercise. Only the history is limited to a range. */
export async function recordsOfExercise(
  db: Reader,
  user: Profile,
  exerciseId: string,
  options: RecordsReportOptions,
): Promise<Current<Schemas['ExerciseRecords']> | Missing<'exercise'>> {
  const facts = (await findExerciseFacts(db, user.id, new Set([exerciseId]))).get(exerciseId)
  if (!facts) return { kind: 'missing', resource: 'exercise' }
  const { range, unit, formula } = options
  const rows = await listLoggedSetsOf(db, user.id, exerciseId, range.now + 1)
  const { sets, context, doubts } = await trainingLog(db, user, rows, { days: range.days, unit })
  const { bodyweightAt } = context
  const records = exerciseRecords(sets, facts, { bodyweightAt, formula }, instantsOfDays(range))
  return { kind: 'current', value: { ...recordsReport(options, records), ...presentDoubts(doubts, unit) } }
}
