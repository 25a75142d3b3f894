import { counts } from '../counting.ts'
import { defaultFormula, type FormulaId, oneRepMaxMethod } from '../e1rm.ts'
import type { Method } from '../method.ts'
import type { ExerciseFacts, PerformedSet } from '../types.ts'
import { volumeMethods } from '../volume.ts'
import type { RecordTime } from './beaten.ts'
import { setHistory } from './history.ts'
import { maxRecordReps, type PersonalRecord } from './kinds.ts'
import { ListedSets } from './set-cursor.ts'
import type { RecordOptions } from './set-history.ts'
import { byKind, recordBuilder } from './to-record.ts'

/** The records of one exercise. */
export interface ExerciseRecords {
  readonly exerciseId: string
  /**
   * The current best of each kind, first occurrences included: by kind, then reps or weight. One that never
   * beat anything has no `previous`.
   */
  readonly current: readonly PersonalRecord[]
  /** Each time that a best was beaten, oldest first: all of these have a `previous`. */
  readonly history: readonly PersonalRecord[]
}

/** The method of records. Those of e1RM and volume also name their own methods. */
export const recordMethod: Method<'records.strict'> = {
  id: 'records.strict',
  parameters: { mostReps: maxRecordReps, ties: 'first' },
}

/** All methods that record figures with this formula use. */
export const recordMethods = (formula: FormulaId = defaultFormula): readonly Method[] => [
  recordMethod,
  oneRepMaxMethod(formula),
  volumeMethods.volume,
]

const earlier = (a: PerformedSet, b: PerformedSet) =>
  a.performedAt - b.performedAt || (a.workoutId < b.workoutId ? -1 : a.workoutId > b.workoutId ? 1 : 0)

/** The sets that count: workouts by time (then by id), and the sets of a workout in the given order. */
function inOrder(sets: Iterable<PerformedSet>): PerformedSet[] {
  const counted: PerformedSet[] = []
  let sorted = true
  for (const set of sets) {
    if (!counts(set)) continue
    const last = counted.at(-1)
    if (last && earlier(last, set) > 0) sorted = false
    counted.push(set)
  }
  return sorted ? counted : counted.sort(earlier)
}

const allTime: RecordTime = { from: Number.NEGATIVE_INFINITY, before: Number.POSITIVE_INFINITY }

/**
 * The records of each exercise: a record must be strictly better than the best before it, ties don't count,
 * and the first occurrence is the baseline. Takes all sets of a user, with workouts in any order and the sets
 * of each workout in the order in which they were done. `setHistory` says how they are judged. Everything is
 * recomputed each time, so the records of a deleted or edited workout disappear with it.
 * @param within limits the history to those set in a time
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
  for (const place of beaten.placesIn(within)) {
    const best = beaten.at(place)
    const own = history.get(best.exerciseId)
    if (own) own.push(recordOf(best))
    else history.set(best.exerciseId, [recordOf(best)])
  }
  return new Map(
    [...bests].map(([exerciseId, own]) => [
      exerciseId,
      {
        exerciseId,
        current: own.current().sort(byKind).map(recordOf),
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
  const none = { exerciseId: facts.id, current: [], history: [] }
  return recordsByExercise(sets, { ...options, exercises }, within).get(facts.id) ?? none
}

/** The records of all exercises that were set up to an instant, newest first. */
export function recordsUpTo(records: Iterable<ExerciseRecords>, at: number): PersonalRecord[] {
  const within: PersonalRecord[] = []
  for (const { history } of records) {
    for (const record of history) if (record.performedAt <= at) within.push(record)
  }
  return within.sort((a, b) => b.performedAt - a.performedAt)
}
