import { counts } from '../counting.ts'
import { defaultFormula, effectiveReps, type FormulaId, oneRepMaxBy, oneRepMaxMethod } from '../e1rm.ts'
import type { TrainingContext } from '../exercise-work.ts'
import { bodyweightShareOf, setVolume, strengthLoad } from '../load.ts'
import type { Method } from '../method.ts'
import { type ExerciseFacts, factsOf, type PerformedSet } from '../types.ts'
import { volumeMethods } from '../volume.ts'
import {
  type JudgedSet,
  mostRecordReps,
  type PersonalRecord,
  type RecordKind,
  type RecordMark,
  recordKinds,
} from './kinds.ts'

/** The records of one exercise. */
export interface ExerciseRecords {
  readonly exerciseId: string
  /**
   * The best of each kind as it stands, the first occurrence too: by kind, then reps or weight. One that has
   * never been beaten has no `previous`.
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

/** What tells a record apart from others of its kind, and what the set was. */
type Detail = Pick<PersonalRecord, 'atLeastReps' | 'atWeightGrams' | 'reps' | 'loadGrams'>

/** A set’s own figures, where it has them. */
const figuresOf = ({ reps = 0 }: PerformedSet, loadGrams: number | undefined) => ({
  ...(reps >= 1 ? { reps } : {}),
  ...(loadGrams ? { loadGrams } : {}),
})

/** The bests of one exercise so far. Most sets beat nothing, so nothing is made for them. */
class Bests {
  /** By `slots`, then by reps. */
  private readonly plain: (PersonalRecord | undefined)[] = Array.from({
    length: slots.reps + mostRecordReps + 1,
  })
  private readonly byWeight = new Map<number, PersonalRecord>()
  private readonly beaten: PersonalRecord[] = []
  private volume = 0
  private volumeSets: string[] = []
  private readonly facts: ExerciseFacts

  constructor(facts: ExerciseFacts) {
    this.facts = facts
  }

  private record(
    kind: RecordKind,
    value: number,
    { workoutId, performedAt }: PerformedSet,
    setIds: readonly string[],
    detail: Detail,
    standing: PersonalRecord | undefined,
  ): PersonalRecord {
    const { id: exerciseId } = this.facts
    const mark = { kind, exerciseId, value, workoutId, performedAt, setIds, ...detail }
    if (!standing) return mark
    const record = { ...mark, previous: markOf(standing) }
    this.beaten.push(record)
    return record
  }

  private take(
    slot: number,
    kind: RecordKind,
    value: number,
    { set, loadGrams }: JudgedSet,
    detail: Detail = {},
  ) {
    const standing = this.plain[slot]
    if (!(value > (standing?.value ?? 0))) return
    const figures = { ...figuresOf(set, loadGrams), ...detail }
    this.plain[slot] = this.record(kind, value, set, [set.id], figures, standing)
  }

  private takeReps(reps: number, { set, loadGrams }: JudgedSet) {
    const atWeightGrams = weightAsEntered(set, this.facts)
    if (atWeightGrams === undefined) return
    const standing = this.byWeight.get(atWeightGrams)
    if (!(reps > (standing?.value ?? 0))) return
    const figures = { ...figuresOf(set, loadGrams), atWeightGrams }
    const record = this.record('most_reps_at_weight', reps, set, [set.id], figures, standing)
    this.byWeight.set(atWeightGrams, record)
  }

  takeSet(judged: JudgedSet, oneRepMax: number) {
    const { set, loadGrams, volumeGrams } = judged
    const { tracking } = this.facts
    const reps = set.reps ?? 0
    const load = loadGrams ?? 0
    this.take(slots.weight, 'heaviest_weight', load, judged)
    this.takeReps(reps, judged)
    for (let atLeastReps = 1; atLeastReps <= Math.min(reps, mostRecordReps); atLeastReps++) {
      // What is no more for fewer reps may be for more of them.
      if (load > (this.plain[slots.reps + atLeastReps]?.value ?? 0))
        this.take(slots.reps + atLeastReps, 'heaviest_for_reps', load, judged, { atLeastReps })
    }
    this.take(slots.oneRepMax, 'best_one_rep_max', oneRepMax, judged)
    this.take(slots.setVolume, 'most_set_volume', volumeGrams, judged)
    if (timed.has(tracking)) this.take(slots.duration, 'longest_duration', set.durationSeconds ?? 0, judged)
    if (tracking === 'distance_duration')
      this.take(slots.distance, 'longest_distance', set.distanceMillimeters ?? 0, judged)
    this.volume += volumeGrams
    if (volumeGrams > 0) this.volumeSets.push(set.id)
  }

  endWorkout(last: PerformedSet) {
    const standing = this.plain[slots.workoutVolume]
    if (this.volume > (standing?.value ?? 0)) {
      const { volume, volumeSets } = this
      this.plain[slots.workoutVolume] = this.record(
        'most_workout_volume',
        volume,
        last,
        volumeSets,
        {},
        standing,
      )
    }
    this.volume = 0
    this.volumeSets = []
  }

  records(): ExerciseRecords {
    return {
      exerciseId: this.facts.id,
      current: [...this.plain.flatMap((record) => record ?? []), ...this.byWeight.values()].sort(byKind),
      history: this.beaten,
    }
  }
}

/** Where the bests stand that aren't told apart by weight; those for at least so many reps follow `reps`. */
const slots = {
  weight: 0,
  oneRepMax: 1,
  setVolume: 2,
  workoutVolume: 3,
  duration: 4,
  distance: 5,
  reps: 5,
} as const

const markOf = ({ value, workoutId, performedAt, setIds }: PersonalRecord): RecordMark => ({
  value,
  workoutId,
  performedAt,
  setIds,
})

const timed: ReadonlySet<ExerciseFacts['tracking']> = new Set(['duration', 'distance_duration'])

const rank = new Map(recordKinds.map((kind, index) => [kind, index]))

const byKind = (a: PersonalRecord, b: PersonalRecord) =>
  (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) ||
  (a.atLeastReps ?? 0) - (b.atLeastReps ?? 0) ||
  (a.atWeightGrams ?? 0) - (b.atWeightGrams ?? 0)

/**
 * What reps are compared at: the weight that was entered, so that a bodyweight that changes from day to day
 * doesn't make each set of pull-ups the first at its weight. Undefined for a weighted lift without a weight.
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

/**
 * The sets that count, workouts in order of time (at the same time by id), sets of a workout as they came.
 */
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
 * The records of each exercise (training.md part 3): strictly more, no ties, the first occurrence is the
 * baseline. All sets of a user in any order of workouts, those of a workout in the order in which they were
 * done. Loads are those that strength is judged by: a per-hand weight is that of one hand, a bodyweight lift
 * has bodyweight in it, an assisted one less; volumes count both hands and both sides. A set whose load can't
 * be known gives records of reps, time and distance alone. Recounted from nothing each time, so a deleted or
 * edited workout takes its records with it.
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
    const bests = new Bests(facts)
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
      bests.takeSet({ set, loadGrams, volumeGrams }, oneRepMax ?? 0)
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
