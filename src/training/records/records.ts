import { counts } from '../counting.ts'
import { defaultFormula, effectiveReps, type FormulaId, oneRepMaxBy, oneRepMaxMethod } from '../e1rm.ts'
import type { TrainingContext } from '../exercise-work.ts'
import { bodyweightShareOf, setVolume, strengthLoad } from '../load.ts'
import type { Method } from '../method.ts'
import { type ExerciseFacts, factsOf, type PerformedSet } from '../types.ts'
import { volumeMethods } from '../volume.ts'
import { type JudgedSet, mostRecordReps, type PersonalRecord, type RecordKind, recordKinds } from './kinds.ts'

/** The records of one exercise. */
export interface ExerciseRecords {
  readonly exerciseId: string
  /**
   * The best of each kind as it stands, the first occurrence too: by kind, then reps or weight. One that has never
   * been beaten has no `previous`.
   */
  readonly current: readonly PersonalRecord[]
  /** Each time that a best was beaten, oldest first: every one has its `previous`. */
  readonly history: readonly PersonalRecord[]
}

/** What records are told with. */
export interface RecordOptions extends TrainingContext {
  readonly formula?: FormulaId | undefined
}

/** The method of records; those of e1RM and volume name theirs beside it. */
export const recordMethod: Method<'records.strict'> = {
  id: 'records.strict',
  parameters: { mostReps: mostRecordReps, ties: 'first' },
}

/** All methods of the figures of records by a formula. */
export const recordMethods = (formula: FormulaId = defaultFormula): readonly Method[] => [
  recordMethod,
  oneRepMaxMethod(formula),
  volumeMethods.volume,
]

type Detail = Pick<PersonalRecord, 'atLeastReps' | 'atWeightGrams' | 'reps' | 'loadGrams'>

/** The bests of one exercise so far. Each kind is compared under a key of its own, such as one for each weight. */
class Bests {
  private readonly standing = new Map<string, PersonalRecord>()
  private readonly beaten: PersonalRecord[] = []
  private volume = 0
  private volumeSets: string[] = []
  private readonly exerciseId: string

  constructor(exerciseId: string) {
    this.exerciseId = exerciseId
  }

  /** Takes a figure in, strictly more than what stands; `key` tells kinds apart, and weights or reps within a kind. */
  take(key: string, kind: RecordKind, value: number, set: PerformedSet, detail: Detail, setIds?: string[]) {
    const standing = this.standing.get(key)
    if (!(value > (standing?.value ?? 0))) return
    const { workoutId, performedAt } = set
    const { exerciseId } = this
    const mark = { value, workoutId, performedAt, setIds: setIds ?? [set.id] }
    if (!standing) {
      this.standing.set(key, { kind, exerciseId, ...mark, ...detail })
      return
    }
    const { value: before, workoutId: workout, performedAt: at, setIds: ids } = standing
    const previous = { value: before, workoutId: workout, performedAt: at, setIds: ids }
    const record = { kind, exerciseId, ...mark, ...detail, previous }
    this.standing.set(key, record)
    this.beaten.push(record)
  }

  takeSet(judged: JudgedSet, oneRepMax: number | undefined) {
    const { set, facts, loadGrams, volumeGrams } = judged
    const reps = set.reps ?? 0
    const detail = { ...(reps >= 1 ? { reps } : {}), ...(loadGrams ? { loadGrams } : {}) }
    const load = loadGrams ?? 0
    this.take('w', 'heaviest_weight', load, set, detail)
    const atWeightGrams = weightAsEntered(set, facts)
    if (atWeightGrams !== undefined)
      this.take(`r${atWeightGrams}`, 'most_reps_at_weight', reps, set, { ...detail, atWeightGrams })
    for (let atLeastReps = 1; atLeastReps <= Math.min(reps, mostRecordReps); atLeastReps++)
      this.take(`h${atLeastReps}`, 'heaviest_for_reps', load, set, { ...detail, atLeastReps })
    this.take('e', 'best_one_rep_max', oneRepMax ?? 0, set, detail)
    this.take('v', 'most_set_volume', volumeGrams, set, detail)
    if (timed.has(facts.tracking)) this.take('t', 'longest_duration', set.durationSeconds ?? 0, set, detail)
    if (facts.tracking === 'distance_duration')
      this.take('d', 'longest_distance', set.distanceMillimeters ?? 0, set, detail)
    this.volume += volumeGrams
    if (volumeGrams > 0) this.volumeSets.push(set.id)
  }

  endWorkout(last: PerformedSet) {
    this.take('m', 'most_workout_volume', this.volume, last, {}, this.volumeSets)
    this.volume = 0
    this.volumeSets = []
  }

  records(): ExerciseRecords {
    return {
      exerciseId: this.exerciseId,
      current: [...this.standing.values()].sort(byKind),
      history: this.beaten,
    }
  }
}

const timed: ReadonlySet<ExerciseFacts['tracking']> = new Set(['duration', 'distance_duration'])

const rank = new Map(recordKinds.map((kind, index) => [kind, index]))

const byKind = (a: PersonalRecord, b: PersonalRecord) =>
  (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) ||
  (a.atLeastReps ?? 0) - (b.atLeastReps ?? 0) ||
  (a.atWeightGrams ?? 0) - (b.atWeightGrams ?? 0)

/**
 * What reps are compared at: the weight that was entered, so that a bodyweight that changes from day to day doesn't make
 * each set of pull-ups the first at its weight. Undefined for a weighted lift without a weight.
 */
function weightAsEntered(set: PerformedSet, facts: ExerciseFacts): number | undefined {
  if (bodyweightShareOf(facts) === 0) {
    if (set.weightGrams === undefined && facts.tracking === 'weight_reps') return undefined
    return Math.max(0, (set.weightGrams ?? 0) - (set.assistanceGrams ?? 0))
  }
  return (set.weightGrams ?? 0) - (set.assistanceGrams ?? 0)
}

const earlier = (a: PerformedSet, b: PerformedSet) =>
  a.performedAt - b.performedAt || (a.workoutId < b.workoutId ? -1 : a.workoutId > b.workoutId ? 1 : 0)

/** The sets that count, workouts in order of time (at the same time by id), sets of a workout as they came. */
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

/**
 * The records of each exercise (training.md part 3): strictly more, no ties, the first occurrence is the baseline. All sets of a
 * user in any order of workouts, those of a workout in the order in which they were done. Loads are those that strength
 * is judged by: a per-hand weight is that of one hand, a bodyweight lift has bodyweight in it, an assisted one less;
 * volumes count both hands and both sides. A set whose load can't be known gives records of reps, time and distance alone.
 * Recounted from nothing each time, so a deleted or edited workout takes its records with it.
 * @throws {RangeError} for a set whose exercise isn't in the context.
 */
export function recordsByExercise(
  sets: Iterable<PerformedSet>,
  { exercises, bodyweightAt, formula = defaultFormula }: RecordOptions,
): Map<string, ExerciseRecords> {
  const byExercise = new Map<string, PerformedSet[]>()
  for (const set of inOrder(sets)) {
    const same = byExercise.get(set.exerciseId)
    if (same) same.push(set)
    else byExercise.set(set.exerciseId, [set])
  }
  const records = new Map<string, ExerciseRecords>()
  for (const [exerciseId, own] of byExercise) {
    const facts = factsOf(exercises, exerciseId)
    const moving = bodyweightShareOf(facts) > 0
    const bests = new Bests(exerciseId)
    let last: PerformedSet | undefined
    let bodyweight: number | undefined
    for (const set of own) {
      if (set.workoutId !== last?.workoutId) {
        if (last) bests.endWorkout(last)
        bodyweight = moving ? bodyweightAt(set) : undefined
      }
      const loadGrams = strengthLoad(set, facts, bodyweight)
      const volumeGrams = setVolume(set, facts, bodyweight) ?? 0
      const n = effectiveReps(set)
      const oneRepMax = n === undefined || !loadGrams ? undefined : oneRepMaxBy(formula, loadGrams, n)
      bests.takeSet({ set, facts, loadGrams, volumeGrams }, oneRepMax)
      last = set
    }
    if (last) bests.endWorkout(last)
    records.set(exerciseId, bests.records())
  }
  return records
}

/** The records of one exercise, of which all of `sets` are; see `recordsByExercise`. */
export function exerciseRecords(
  sets: Iterable<PerformedSet>,
  facts: ExerciseFacts,
  options: Omit<RecordOptions, 'exercises'>,
): ExerciseRecords {
  const exercises = new Map([[facts.id, facts]])
  const none = { exerciseId: facts.id, current: [], history: [] }
  return recordsByExercise(sets, { ...options, exercises }).get(facts.id) ?? none
}

/** The records of all exercises that fell in a time, newest first. `from` ≤ performedAt < `before`. */
export function recordsBetween(
  records: Iterable<ExerciseRecords>,
  from: number,
  before: number,
): PersonalRecord[] {
  const within: PersonalRecord[] = []
  for (const { history } of records) {
    for (const record of history)
      if (record.performedAt >= from && record.performedAt < before) within.push(record)
  }
  return within.sort((a, b) => b.performedAt - a.performedAt)
}
