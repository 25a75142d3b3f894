import { isWorkingSet } from '../counting.ts'
import { defaultFormula, type FormulaId, oneRepMaxMethod } from '../e1rm.ts'
import type { Method } from '../method.ts'
import type { ExerciseFacts, PerformedSet } from '../types.ts'
import { volumeMethods } from '../volume-methods.ts'
import { setHistory } from './history.ts'
import { maxRecordReps, type PersonalRecord } from './kinds.ts'
import type { RecordTime } from './record-history.ts'
import { ListedSets } from './set-cursor.ts'
import type { RecordOptions } from './set-history.ts'
import { byKind, recordBuilder } from './to-record.ts'

/** The records of one exercise. */
export interface ExerciseRecords {
  readonly exerciseId: string
  /**
   * The current best of each kind, in the order of kinds, and then of reps or weight. The first occurrence of a kind
   * has no `previous`.
   */
  readonly current: readonly PersonalRecord[]
  /** Each record that beat an earlier one, which is its `previous`, oldest first. */
  readonly history: readonly PersonalRecord[]
}

/** The method of records. Those of e1RM and volume also name their own methods. */
export const recordMethod: Method<'records.strict'> = {
  id: 'records.strict',
  parameters: { mostReps: maxRecordReps, ties: 'first' },
}

/** The methods of records with this formula. */
export const recordMethods = (formula: FormulaId = defaultFormula): readonly Method[] => [
  recordMethod,
  oneRepMaxMethod(formula),
  volumeMethods.volume,
]

const compareSets = (a: PerformedSet, b: PerformedSet) =>
  a.performedAt - b.performedAt || (a.workoutId < b.workoutId ? -1 : a.workoutId > b.workoutId ? 1 : 0)

/** The sets that count: workouts by time (then by id), and the sets of a workout in the given order. */
function inOrder(sets: Iterable<PerformedSet>): PerformedSet[] {
  const counted: PerformedSet[] = []
  let isSorted = true
  for (const set of sets) {
    if (!isWorkingSet(set)) continue
    const last = counted.at(-1)
    if (last && compareSets(last, set) > 0) isSorted = false
    counted.push(set)
  }
  return isSorted ? counted : counted.sort(compareSets)
}

const allTime: RecordTime = { from: Number.NEGATIVE_INFINITY, before: Number.POSITIVE_INFINITY }

/**
 * The records of each exercise: a record must be strictly better than the best before it, ties don't count,
 * and the first occurrence is the baseline. Takes all sets of a user, with workouts in any order and the sets
 * of each workout in the order in which they were done. `setHistory` describes how they are judged. Everything is
 * recomputed each time, so they are correct after a workout is edited or deleted.
 * @param within limits the history to records set in a span of time
 * @throws {RangeError} for a set whose exercise isn't in the context.
 */
export function recordsByExercise(
  sets: Iterable<PerformedSet>,
  options: RecordOptions,
  within: RecordTime = allTime,
): Map<string, ExerciseRecords> {
  const cursor = new ListedSets(inOrder(sets))
  const { bests, beaten } = setHistory(cursor, options)
  const recordOf = recordBuilder(cursor, options)
  const history = new Map<string, PersonalRecord[]>()
  for (const index of beaten.indexesIn(within)) {
    const best = beaten.at(index)
    const records = history.get(best.exerciseId)
    if (records) records.push(recordOf(best))
    else history.set(best.exerciseId, [recordOf(best)])
  }
  return new Map(
    [...bests].map(([exerciseId, exerciseBests]) => [
      exerciseId,
      {
        exerciseId,
        current: exerciseBests.current().sort(byKind).map(recordOf),
        history: history.get(exerciseId) ?? [],
      },
    ]),
  )
}

/** The records of the one exercise that all of `sets` belong to; see `recordsByExercise`. */
export function exerciseRecords(
  sets: Iterable<PerformedSet>,
  facts: ExerciseFacts,
  options: Omit<RecordOptions, 'exercises'>,
  within?: RecordTime,
): ExerciseRecords {
  const exercises = new Map([[facts.id, facts]])
  const empty = { exerciseId: facts.id, current: [], history: [] }
  return recordsByExercise(sets, { ...options, exercises }, within).get(facts.id) ?? empty
}

/** The records of all exercises up to an instant, newest first. */
export function recordsUpTo(records: Iterable<ExerciseRecords>, at: number): PersonalRecord[] {
  const setByThen: PersonalRecord[] = []
  for (const { history } of records) {
    for (const record of history) if (record.performedAt <= at) setByThen.push(record)
  }
  return setByThen.sort((a, b) => b.performedAt - a.performedAt)
}
