import type { BodyweightAt } from '../bodyweight.ts'
import type { Days } from '../days.ts'
import { bodyweightShareOf } from '../load.ts'
import type { SetCursor } from '../records/set-cursor.ts'
import { type ExerciseFacts, type ExerciseIndex, factsOf } from '../types.ts'
import { foldSession } from './fold.ts'
import { type Forecast, forecast } from './forecast.ts'
import { type Doubt, doubtOf, isImplausible } from './gate.ts'
import type { LiftMeasure } from './lift-set.ts'
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
import { ExerciseCollector, type TakenSet } from './workout-sets.ts'

/** The memory of a lift and its lifter. */
export interface Remembered {
  /** When the measure of a lift changes, such as from reps to load, its memory starts over. */
  readonly measure: LiftMeasure
  readonly lift: LiftState
  readonly lifter: LifterState
  /** How often the lifter raises a weight, over all lifts of this kind that they still do. */
  readonly habit: RaiseHabit
}

/** What is needed to fold a log. */
export interface MemoryOptions {
  readonly exercises: ExerciseIndex
  readonly bodyweightAt: BodyweightAt
  readonly days: Pick<Days, 'dayOf'>
}

/** A set left out because it looks like a typing error that nobody confirmed. */
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

/** A doubted value, with its set; it is accepted once a second workout has the same value. */
interface DoubtedValue {
  readonly value: string
  /** The user's day number. */
  readonly day: number
  readonly set: DoubtedSet
}

interface KnownLift {
  readonly measure: LiftMeasure
  readonly lift: LiftState
  readonly doubted: readonly DoubtedValue[]
}

/** A lift of a workout, after its sets were checked. */
interface Judged {
  readonly known: KnownLift
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

/** The rules by which a log is folded. A stored fold by others is folded again: raise it when a log folds differently. */
export const memoryVersion = 3

/** A fold as plain data. */
export interface MemoryData {
  readonly exerciseIds: readonly string[]
  readonly lifts: readonly (readonly [exerciseId: string, known: KnownLift])[]
  readonly lifters: { readonly load: LifterState; readonly other: LifterState }
}

/**
 * The memory of all lifts after the workouts so far; `take` folds in later ones. Two workouts on one day are
 * two sessions. Lifts measured by load share one lifter state; all others share another.
 */
export class MemoryFold {
  readonly #lifts: Map<string, KnownLift>
  readonly #lifters: { load: LifterState; other: LifterState }
  #habits: { readonly load: RaiseHabit; readonly other: RaiseHabit } | undefined
  /** All exercises folded, including those whose sets showed nothing about strength. */
  readonly #exerciseIds: Set<string>

  /** Continues from a copy of `from`, which is left unchanged. */
  constructor(from?: MemoryFold) {
    this.#lifts = new Map(from ? from.#lifts : [])
    this.#lifters = from ? { ...from.#lifters } : { load: newLifter, other: newLifter }
    this.#exerciseIds = new Set(from ? from.#exerciseIds : [])
  }

  /** The fold that `toData` returned, also after a round trip through JSON. */
  static fromData({ exerciseIds, lifts, lifters }: MemoryData): MemoryFold {
    const fold = new MemoryFold()
    for (const id of exerciseIds) fold.#exerciseIds.add(id)
    for (const [id, known] of lifts) fold.#lifts.set(id, known)
    fold.#lifters.load = lifters.load
    fold.#lifters.other = lifters.other
    return fold
  }

  /** The fold as plain data, in a fixed order. */
  toData(): MemoryData {
    const lifts = [...this.#lifts].filter(([, { lift }]) => lift.sessions > 0)
    lifts.sort(([a], [b]) => (a < b ? -1 : 1))
    const exerciseIds = [...this.#exerciseIds].sort()
    return { exerciseIds, lifts, lifters: { ...this.#lifters } }
  }

  /** The exercises of everything that was folded. */
  exerciseIds(): ReadonlySet<string> {
    return this.#exerciseIds
  }

  /** The memory of a lift; undefined if no set has shown its strength. */
  of(exerciseId: string): Remembered | undefined {
    const known = this.#lifts.get(exerciseId)
    if (!known || known.lift.sessions === 0) return undefined
    const { measure, lift } = known
    const habitOf = () => this.#habitOf(measure)
    return {
      measure,
      lift,
      lifter: this.#lifterOf(measure),
      // Only some rules ask for it.
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
  take(sets: SetCursor, { exercises, bodyweightAt, days }: MemoryOptions): void {
    const workout = new Map<string, ExerciseCollector>()
    const idAt = (position: number) => sets.markAt(position).id
    while (sets.next()) {
      const { exerciseId } = sets
      let exercise = workout.get(exerciseId)
      if (!exercise) {
        exercise = exerciseCollector(factsOf(exercises, exerciseId), bodyweightAt, sets)
        workout.set(exerciseId, exercise)
        this.#exerciseIds.add(exerciseId)
      }
      exercise.take(sets)
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
    this.#habits = undefined
    const judged = new Map<string, Judged>()
    const low: boolean[] = []
    for (const [id, exercise] of workout) {
      if (exercise.isEmpty) continue
      const found = this.#judge(id, exercise, at)
      judged.set(id, found)
      const main = mainLoad(found.known.lift)
      if (main > 0 && found.sets.length > 0) low.push(isLow(workingLoad(found.sets), main))
    }
    const planned = isLightPhase(phase)
    const deload = planned || isDeloadDay(low)
    for (const [id, { known, sets }] of judged) {
      const hasReps = sets.some(({ reps }) => reps > 0)
      // A first session without a successful rep says nothing about strength.
      if (sets.length === 0 || (known.lift.sessions === 0 && !hasReps)) {
        this.#lifts.set(id, known)
        continue
      }
      const session: LiftSession = {
        day,
        sets,
        workoutId,
        ...(deload && { deload }),
        ...(planned && { planned }),
      }
      const { lift, lifter } = foldSession(known.lift, this.#lifterOf(known.measure), session)
      this.#lifts.set(id, { ...known, lift })
      this.#lifters[known.measure === 'load' ? 'load' : 'other'] = lifter
    }
  }

  /** Sets aside sets that look like typing errors, unless they were confirmed or an earlier workout had the same value. */
  #judge(exerciseId: string, { measure, taken }: ExerciseCollector, at: CurrentWorkout): Judged {
    const before = this.#lifts.get(exerciseId)
    const known = before?.measure === measure ? before : { measure, lift: newLift, doubted: [] }
    const fitting: LiftSet[] = []
    const expected = forecast(known.lift, this.#lifterOf(measure), at.day)
    const doubted: DoubtedValue[] = []
    const accepted = new Set<string>()
    const begunAgain = isBegunAgain(known.lift, expected, taken, at.day)
    for (const [place, one] of taken.entries()) {
      const { set, positions, isDrop, isConfirmed } = one
      const again = known.doubted.filter(
        ({ value, day }) =>
          (value === loadOf(set) || value === repsOf(set)) &&
          (day > known.lift.day || !isImplausible(known.lift, set)),
      )
      for (const { value } of again) accepted.add(value)
      const isJudged = measure === 'load' && set.reps > 0 && !isConfirmed && again.length === 0 && !begunAgain
      // Hardly any set is odd, so neither the sets beside it nor the way to it are looked at before.
      const others = () => taken.flatMap((other) => (other === one ? [] : other.set.load))
      const doubt = isJudged ? doubtOf(known.lift, expected, set, others) : undefined
      // Lighter on purpose: a drop set, a set on the way up or down, all of a light week.
      const isLight = () => isDrop || isLightPhase(at.phase) || isOnTheWay(taken, place)
      if (!doubt || (doubt.oddity === 'load_low' && isLight())) {
        if (!isDrop) fitting.push(set)
        continue
      }
      const value = doubt.oddity === 'reps_high' ? repsOf(set) : loadOf(set)
      const { workoutId, performedAt, idAt } = at
      const body = set.added === undefined ? 0 : set.load - set.added
      for (const position of positions) {
        const setId = idAt(position)
        doubted.push({ value, day: at.day, set: { exerciseId, workoutId, setId, performedAt, doubt, body } })
      }
    }
    if (doubted.length === 0 && accepted.size === 0) return { known, sets: fitting }
    const left = known.doubted.filter(({ value }) => !accepted.has(value))
    return { known: { ...known, doubted: [...left, ...doubted] }, sets: fitting }
  }

  #habitOf(measure: LiftMeasure): RaiseHabit {
    const isLoad = measure === 'load'
    this.#habits ??= { load: habitIn(this.#lifts, true), other: habitIn(this.#lifts, false) }
    return isLoad ? this.#habits.load : this.#habits.other
  }

  #lifterOf(measure: LiftMeasure): LifterState {
    return this.#lifters[measure === 'load' ? 'load' : 'other']
  }
}

/** Lifts last done this many days before the latest one say nothing about the current habit. */
const habitDays = 90

function habitIn(lifts: ReadonlyMap<string, KnownLift>, isLoad: boolean): RaiseHabit {
  const similar = [...lifts.values()].filter(({ measure }) => (measure === 'load') === isLoad)
  const last = Math.max(...similar.map(({ lift }) => lift.day))
  return similar
    .filter(({ lift }) => lift.day >= last - habitDays && addsLoad(lift))
    .map(({ lift }) => raiseHabitOf(lift))
    .reduce(addHabit, { raises: 0, choices: 0 })
}

/** Whether the lift uses added weight or assistance: bodyweight-only push-ups progress in reps alone. */
function addsLoad({ recent }: LiftState): boolean {
  return recent.some(({ sets }) => sets.some(({ added }) => added !== 0))
}

/** After this many days people start again with light loads. */
const longBreak = 28

/** Whether all sets of a session after a long break are light: a fresh start, not a typing error. */
function isBegunAgain(lift: LiftState, expected: Forecast, taken: readonly TakenSet[], day: number): boolean {
  if (day - lift.day <= longBreak) return false
  return taken.every(({ set }) => set.reps === 0 || doubtOf(lift, expected, set)?.oddity === 'load_low')
}

/** A lighter set on the way has at least this share of the load next to it; a number of pounds read as kilograms has less. */
const wayShare = 0.46

/**
 * Whether a set leads up to a heavier one, each no lighter than the one before, or down from it: a ramp or a back-off set
 * that was logged as a normal one.
 */
function isOnTheWay(taken: readonly TakenSet[], place: number): boolean {
  const loads = taken.map(({ set }) => set.load)
  const load = loads[place] ?? 0
  const rises = (side: readonly number[]) =>
    side.some((other) => other > load) &&
    side.every((other, index) => other >= (side[index - 1] ?? load)) &&
    load >= wayShare * (side.find((other) => other > load) ?? load)
  const outside = (side: readonly number[]) => side.every((other) => other <= load)
  const before = loads.slice(0, place).reverse()
  const after = loads.slice(place + 1)
  return (rises(upTo(after)) && outside(before)) || (rises(upTo(before)) && outside(after))
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

function exerciseCollector(
  facts: ExerciseFacts,
  bodyweightAt: BodyweightAt,
  set: SetCursor,
): ExerciseCollector {
  return new ExerciseCollector(facts, bodyweightShareOf(facts) > 0 ? bodyweightAt(set) : undefined)
}
