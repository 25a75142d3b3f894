import type { BodyweightAt } from '../bodyweight.ts'
import type { Days } from '../days.ts'
import { bodyweightShareOf } from '../load.ts'
import type { SetCursor } from '../records/set-cursor.ts'
import { type ExerciseIndex, factsOf } from '../types.ts'
import { type Doubt, doubtOf, isImplausible } from './doubt.ts'
import { foldSession } from './fold.ts'
import { type Forecast, forecast } from './forecast.ts'
import type { LiftMeasure } from './lift-set.ts'
import { mostLifted } from './most-lifted.ts'
import { addHabit, type RaiseHabit, raiseHabitOf } from './raise-habit.ts'
import {
  type LifterState,
  type LiftSession,
  type LiftSet,
  type LiftState,
  newLift,
  newLifter,
} from './state.ts'
import { isDeloadDay, isLow, mainLoad, workingLoad } from './structure.ts'
import { type CollectedSet, ExerciseCollector } from './workout-sets.ts'

/** The memory of a lift and its lifter. */
export interface RememberedLift {
  /** When the measure of a lift changes, such as from reps to load, its memory starts over. */
  readonly measure: LiftMeasure
  readonly lift: LiftState
  readonly lifter: LifterState
  /** How often the lifter raises a weight, over all lifts of this kind that they still do. */
  readonly habit: RaiseHabit
}

/** The context for folding a log. */
export interface MemoryOptions {
  readonly exercises: ExerciseIndex
  readonly bodyweightAt: BodyweightAt
  readonly days: Pick<Days, 'dayOf'>
}

/** A set that doesn't count because it looks like a typing error and wasn't confirmed. */
export interface DoubtedSet {
  readonly exerciseId: string
  readonly workoutId: string
  readonly setId: string
  /** The workout's start, in milliseconds since 1970. */
  readonly performedAt: number
  readonly doubt: Doubt
  /** The bodyweight part of the load, in kilograms. */
  readonly body: number
}

/** A doubted value with its set. The value is accepted once a second workout has the same one. */
interface DoubtedValue {
  readonly value: string
  /** The user's day number. */
  readonly day: number
  readonly set: DoubtedSet
}

/** A lift in the memory, with the values that are doubted so far. */
export interface LiftEntry {
  readonly measure: LiftMeasure
  readonly lift: LiftState
  readonly doubted: readonly DoubtedValue[]
}

/** A lift of a workout, after its sets were checked. */
interface JudgedLift {
  readonly entry: LiftEntry
  readonly sets: readonly LiftSet[]
}

/** The workout being folded. */
interface CurrentWorkout {
  readonly workoutId: string
  readonly performedAt: number
  readonly day: number
  readonly phase: SetCursor['phase']
  idAt(position: number): string
}

/**
 * The version of the rules by which a log is folded. Stored folds of other versions are folded again, so raise it when
 * a log folds differently.
 */
export const memoryVersion = 7

/** What a fold has learned. */
export interface MemoryContent {
  /** The exercises of all sets, including those whose sets say nothing about strength. */
  readonly exerciseIds: ReadonlySet<string>
  readonly lifts: ReadonlyMap<string, LiftEntry>
  readonly lifters: { readonly load: LifterState; readonly other: LifterState }
}

/**
 * The memory of all lifts after the workouts so far. `add` folds in later workouts. Two workouts on one day are two
 * sessions. Lifts measured by load share one lifter state, and all others share another.
 */
export class MemoryFold {
  readonly #lifts: Map<string, LiftEntry>
  readonly #lifters: { load: LifterState; other: LifterState }
  #habits: { load?: RaiseHabit; other?: RaiseHabit } = {}
  readonly #exerciseIds: Set<string>

  /** Continues from a copy of `from`, which is left unchanged. */
  constructor(from?: MemoryContent) {
    this.#lifts = new Map(from?.lifts)
    this.#lifters = { load: newLifter, other: newLifter, ...from?.lifters }
    this.#exerciseIds = new Set(from?.exerciseIds)
  }

  /** What the fold has learned so far, not a copy. */
  get content(): MemoryContent {
    return { exerciseIds: this.#exerciseIds, lifts: this.#lifts, lifters: this.#lifters }
  }

  /** The memory of a lift. Undefined if no set has shown its strength. */
  of(exerciseId: string): RememberedLift | undefined {
    const entry = this.#lifts.get(exerciseId)
    if (!entry || entry.lift.sessions === 0) return undefined
    const { measure, lift } = entry
    const habitOf = () => this.#habitOf(kindOf(measure))
    return {
      measure,
      lift,
      lifter: this.#lifterOf(measure),
      // Computed on demand, because only some rules read it.
      get habit() {
        return habitOf()
      },
    }
  }

  /** The doubted sets whose value no later workout repeated, by lift, oldest first. */
  doubts(): DoubtedSet[] {
    return [...this.#lifts.values()].flatMap(({ doubted }) => doubted.map(({ set }) => set))
  }

  /**
   * Folds in all sets of a cursor, which must be in chronological order.
   * @throws {RangeError} for a set whose exercise isn't in the options.
   */
  add(sets: SetCursor, { exercises, bodyweightAt, days }: MemoryOptions): void {
    const workout = new Map<string, ExerciseCollector>()
    const idAt = (position: number) => sets.markAt(position).id
    while (sets.next()) {
      const { exerciseId } = sets
      let exercise = workout.get(exerciseId)
      if (!exercise) {
        const facts = factsOf(exercises, exerciseId)
        exercise = new ExerciseCollector(facts, bodyweightShareOf(facts) > 0 ? bodyweightAt(sets) : undefined)
        workout.set(exerciseId, exercise)
        this.#exerciseIds.add(exerciseId)
      }
      exercise.add(sets)
      if (sets.endsWorkout) {
        const { workoutId, performedAt, timeZone, phase } = sets
        const day = days.dayOf(performedAt, timeZone)
        this.#endWorkout(workout, { workoutId, performedAt, day, phase, idAt })
        workout.clear()
      }
    }
  }

  #endWorkout(workout: ReadonlyMap<string, ExerciseCollector>, at: CurrentWorkout): void {
    const { day, workoutId, phase } = at
    this.#habits = {}
    const judged = new Map<string, JudgedLift>()
    const areLow: boolean[] = []
    for (const [id, exercise] of workout) {
      if (exercise.sets.length === 0) continue
      const lift = this.#judge(id, exercise, at)
      judged.set(id, lift)
      const main = mainLoad(lift.entry.lift)
      if (main > 0 && lift.sets.length > 0) areLow.push(isLow(workingLoad(lift.sets), main))
    }
    const planned = isLightPhase(phase)
    const deload = planned || isDeloadDay(areLow)
    for (const [id, { entry, sets }] of judged) {
      // A first session without a successful rep says nothing about strength.
      if (!sets.some(({ reps }) => reps > 0 || entry.lift.sessions > 0)) {
        this.#lifts.set(id, entry)
        continue
      }
      const session: LiftSession = {
        day,
        sets,
        workoutId,
        ...(deload && { deload }),
        ...(planned && { planned }),
      }
      const { lift, lifter } = foldSession(entry.lift, this.#lifterOf(entry.measure), session)
      this.#lifts.set(id, { ...entry, lift })
      this.#lifters[kindOf(entry.measure)] = lifter
    }
  }

  /**
   * Separates sets that look like typing errors, unless they were confirmed or an earlier workout had the same value.
   */
  #judge(exerciseId: string, { measure, sets, facts }: ExerciseCollector, at: CurrentWorkout): JudgedLift {
    const remembered = this.#lifts.get(exerciseId)
    const entry = remembered?.measure === measure ? remembered : { measure, lift: newLift, doubted: [] }
    const fitting: LiftSet[] = []
    const limit = () => mostLifted(facts)
    const expected = forecast(entry.lift, this.#lifterOf(measure), at.day)
    const doubted: DoubtedValue[] = []
    const accepted = new Set<string>()
    const isRestart = isFreshStart(entry.lift, expected, sets, at.day)
    for (const [index, current] of sets.entries()) {
      const { set, positions, isDrop, isConfirmed } = current
      const repeated = entry.doubted.filter(
        ({ value, day }) =>
          (value === loadOf(set) || value === repsOf(set)) &&
          set.reps > 0 &&
          (day > entry.lift.day || !isImplausible(entry.lift, set, limit)),
      )
      for (const { value } of repeated) accepted.add(value)
      const isJudged = measure === 'load' && !isConfirmed && repeated.length === 0 && !isRestart
      // Few sets are doubtful, so the other loads are listed only when they are needed.
      const others = () => sets.flatMap((other) => (other === current ? [] : other.set.load))
      const doubt = isJudged ? doubtOf(entry.lift, expected, set, limit, others) : undefined
      // These sets are lighter on purpose: a drop set, a ramp or back-off set, or any set of a light week.
      const isLight = () => isDrop || isLightPhase(at.phase) || isRampSet(sets, index)
      if (!doubt || (doubt.oddity === 'load_low' && isLight())) {
        if (!isDrop) fitting.push(set)
        continue
      }
      const value = set.reps === 0 ? failed : doubt.oddity === 'reps_high' ? repsOf(set) : loadOf(set)
      const { workoutId, performedAt, idAt } = at
      const body = set.load - (set.added ?? set.load)
      for (const position of positions) {
        const setId = idAt(position)
        doubted.push({ value, day: at.day, set: { exerciseId, workoutId, setId, performedAt, doubt, body } })
      }
    }
    if (doubted.length === 0 && accepted.size === 0) return { entry, sets: fitting }
    const remaining = entry.doubted.filter(({ value }) => !accepted.has(value))
    return { entry: { ...entry, doubted: [...remaining, ...doubted] }, sets: fitting }
  }

  #habitOf(kind: LiftKind): RaiseHabit {
    this.#habits[kind] ??= habitIn(this.#lifts, kind)
    return this.#habits[kind]
  }

  #lifterOf(measure: LiftMeasure): LifterState {
    return this.#lifters[kindOf(measure)]
  }
}

type LiftKind = keyof MemoryContent['lifters']

const kindOf = (measure: LiftMeasure): LiftKind => (measure === 'load' ? measure : 'other')

/** Lifts last done more than this many days before the latest one say nothing about the current habit. */
const habitDays = 90

function habitIn(lifts: ReadonlyMap<string, LiftEntry>, kind: LiftKind): RaiseHabit {
  const similar = [...lifts.values()].filter(({ measure }) => kindOf(measure) === kind)
  const last = Math.max(...similar.map(({ lift }) => lift.day))
  return similar
    .filter(({ lift }) => lift.day >= last - habitDays && addsLoad(lift))
    .map(({ lift }) => raiseHabitOf(lift))
    .reduce(addHabit, { raises: 0, choices: 0 })
}

/** Whether a lift uses added weight or assistance. Bodyweight-only push-ups, for example, progress only in reps. */
function addsLoad({ recent }: LiftState): boolean {
  return recent.some(({ sets }) => sets.some(({ added }) => added !== 0))
}

/** The number of days after which people start again with light loads. */
const longBreak = 28

/**
 * Whether all sets of a session after a long break are light: a fresh start, not a typing error. In the first sessions
 * no set is light, whatever the limit.
 */
function isFreshStart(
  lift: LiftState,
  expected: Forecast,
  sets: readonly CollectedSet[],
  day: number,
): boolean {
  return (
    day - lift.day > longBreak &&
    sets.every(({ set }) => doubtOf(lift, expected, set, () => 0)?.oddity === 'load_low')
  )
}

/**
 * The minimum load of a ramp or back-off set, as a share of the next heavier load. A weight in kilograms that was
 * logged as pounds is below it.
 */
const minRampShare = 0.46

/**
 * Whether a set belongs to a rising ramp to a heavier set, or to the falling back-off sets after it, and was logged as
 * a normal set.
 */
function isRampSet(sets: readonly CollectedSet[], index: number): boolean {
  const loads = sets.map(({ set }) => set.load)
  const load = loads[index] ?? 0
  const isRising = (side: readonly number[]) =>
    side.some((other) => other > load) &&
    side.every((other, index) => other >= (side[index - 1] ?? load)) &&
    load >= minRampShare * (side.find((other) => other > load) ?? load)
  const hasNoHeavier = (side: readonly number[]) => side.every((other) => other <= load)
  const before = loads.slice(0, index).reverse()
  const after = loads.slice(index + 1)
  return (isRising(upTo(after)) && hasNoHeavier(before)) || (isRising(upTo(before)) && hasNoHeavier(after))
}

/** Loads up to the first heaviest one. */
function upTo(side: readonly number[]): readonly number[] {
  return side.slice(0, side.indexOf(Math.max(...side)) + 1)
}

/** Whether a workout was marked as light on purpose. */
const isLightPhase = (phase: SetCursor['phase']): boolean => phase === 'deload' || phase === 'comeback'

/** The values by which a set may be doubted, as text. */
const loadOf = ({ load, added }: LiftSet) => `${added ?? load}`
const repsOf = ({ reps }: LiftSet) => `× ${reps}`
/** The value of a set without a rep, which no later set can repeat: failing again makes a weight no more plausible. */
const failed = ''
