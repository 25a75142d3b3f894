import type { BodyweightAt } from '../bodyweight.ts'
import type { Days } from '../days.ts'
import { bodyweightShareOf } from '../load.ts'
import type { SetCursor } from '../records/set-cursor.ts'
import { type ExerciseFacts, type ExerciseIndex, factsOf, type Side } from '../types.ts'
import { foldSession } from './fold.ts'
import { forecast } from './forecast.ts'
import { type Doubt, doubtOf } from './gate.ts'
import { type LiftMeasure, type MeasuredSet, measuredSet } from './lift-set.ts'
import {
  type LifterState,
  type LiftSession,
  type LiftSet,
  type LiftState,
  newLift,
  newLifter,
} from './state.ts'
import { isDeloadDay, isLow, mainLoad, workingLoad } from './structure.ts'

/** The memory of a lift and its lifter. */
export interface Remembered {
  /** When the measure of a lift changes, such as from reps to load, its memory starts over. */
  readonly measure: LiftMeasure
  readonly lift: LiftState
  readonly lifter: LifterState
}

/** What is needed to fold a log. */
export interface MemoryOptions {
  readonly exercises: ExerciseIndex
  readonly bodyweightAt: BodyweightAt
  readonly days: Pick<Days, 'dayOf'>
}

/** A set excluded because it looks like a typing error. */
export interface DoubtedSet {
  /** Its position in the cursor. */
  readonly position: number
  readonly exerciseId: string
  readonly doubt: Doubt
}

interface KnownLift {
  readonly measure: LiftMeasure
  readonly lift: LiftState
  /** Values doubted once, with their sets: if a second workout has the same value, it is accepted. */
  readonly doubted: readonly { readonly value: string; readonly set: DoubtedSet }[]
}

/** A set of the current workout. */
interface Taken {
  readonly set: LiftSet
  readonly position: number
  readonly side: Side | undefined
}

/** An exercise of the current workout. */
interface AtHand {
  readonly facts: ExerciseFacts
  readonly bodyweight: number | undefined
  measure: LiftMeasure
  sets: Taken[]
}

/** A lift of a workout, after its sets were checked. */
interface Judged {
  readonly known: KnownLift
  readonly sets: readonly LiftSet[]
}

const maxDoubted = 8

/**
 * The memory of all lifts after the workouts so far; `take` folds in later ones. Two workouts on one day are
 * two sessions. Lifts measured by load share one lifter state; all others share another.
 */
export class MemoryFold {
  readonly #lifts: Map<string, KnownLift>
  readonly #lifters: { load: LifterState; other: LifterState }

  /** Continues from a copy of `from`, which is left unchanged. */
  constructor(from?: MemoryFold) {
    this.#lifts = new Map(from ? from.#lifts : [])
    this.#lifters = from ? { ...from.#lifters } : { load: newLifter, other: newLifter }
  }

  /** The memory of a lift; undefined if no set has shown its strength. */
  of(exerciseId: string): Remembered | undefined {
    const known = this.#lifts.get(exerciseId)
    if (!known || known.lift.sessions === 0) return undefined
    return { measure: known.measure, lift: known.lift, lifter: this.#lifterOf(known.measure) }
  }

  /** The doubted sets that no later workout confirmed, by lift, oldest first; at most eight of each lift. */
  doubts(): DoubtedSet[] {
    return [...this.#lifts.values()].flatMap(({ doubted }) => doubted.map(({ set }) => set))
  }

  /**
   * Folds in all sets of a cursor, which must be in chronological order.
   * @throws {RangeError} for a set whose exercise isn't in the options.
   */
  take(sets: SetCursor, { exercises, bodyweightAt, days }: MemoryOptions): void {
    const workout = new Map<string, AtHand>()
    while (sets.next()) {
      const { exerciseId } = sets
      let exercise = workout.get(exerciseId)
      if (!exercise) {
        const facts = factsOf(exercises, exerciseId)
        const bodyweight = bodyweightShareOf(facts) > 0 ? bodyweightAt(sets) : undefined
        exercise = { facts, bodyweight, measure: 'load', sets: [] }
        workout.set(exerciseId, exercise)
      }
      const measured = measuredSet(sets, exercise.facts, exercise.bodyweight)
      if (measured) takeSet(exercise, measured, sets)
      if (sets.endsWorkout) {
        this.#endWorkout(workout, sets, days.dayOf(sets.performedAt, sets.timeZone))
        workout.clear()
      }
    }
  }

  #endWorkout(
    workout: ReadonlyMap<string, AtHand>,
    { workoutId, phase }: Pick<SetCursor, 'workoutId' | 'phase'>,
    day: number,
  ): void {
    const judged = new Map<string, Judged>()
    const low: boolean[] = []
    for (const [id, exercise] of workout) {
      if (exercise.sets.length === 0) continue
      const found = this.#judge(id, exercise, day)
      judged.set(id, found)
      const main = mainLoad(found.known.lift)
      if (main > 0 && found.sets.length > 0) low.push(isLow(workingLoad(found.sets), main))
    }
    const deload = isLightPhase(phase) || isDeloadDay(low)
    for (const [id, { known, sets }] of judged) {
      const hasReps = sets.some(({ reps }) => reps > 0)
      // A first session without a successful rep says nothing about strength.
      if (sets.length === 0 || (known.lift.sessions === 0 && !hasReps)) {
        this.#lifts.set(id, known)
        continue
      }
      const session: LiftSession = { day, sets, workoutId, ...(deload && { deload }) }
      const { lift, lifter } = foldSession(known.lift, this.#lifterOf(known.measure), session)
      this.#lifts.set(id, { ...known, lift })
      this.#lifters[known.measure === 'load' ? 'load' : 'other'] = lifter
    }
  }

  #judge(exerciseId: string, { measure, sets }: AtHand, day: number): Judged {
    const before = this.#lifts.get(exerciseId)
    const known = before?.measure === measure ? before : { measure, lift: newLift, doubted: [] }
    if (measure !== 'load') return { known, sets: sets.map(({ set }) => set) }
    const expected = forecast(known.lift, this.#lifterOf(measure), day)
    let { doubted } = known
    const earlier = new Set(doubted.map(({ value }) => value))
    const fitting: LiftSet[] = []
    for (const { set, position } of sets) {
      const doubt = set.reps > 0 ? doubtOf(known.lift, expected, set) : undefined
      const value = doubt?.oddity === 'reps_high' ? `× ${set.reps}` : `${set.added ?? set.load}`
      if (doubt && !earlier.has(value)) {
        doubted = [...doubted, { value, set: { position, exerciseId, doubt } }].slice(-maxDoubted)
        continue
      }
      if (doubt) doubted = doubted.filter((one) => one.value !== value)
      fitting.push(set)
    }
    return { known: { ...known, doubted }, sets: fitting }
  }

  #lifterOf(measure: LiftMeasure): LifterState {
    return this.#lifters[measure === 'load' ? 'load' : 'other']
  }
}

/** Whether a workout was marked as light on purpose. */
const isLightPhase = (phase: SetCursor['phase']): boolean => phase === 'deload' || phase === 'comeback'

/** Adds a set to those of the workout; when left and right were logged at the same load, the weaker side counts. */
function takeSet(
  exercise: AtHand,
  { measure, set }: MeasuredSet,
  { position, side }: Pick<SetCursor, 'position' | 'side'>,
) {
  if (exercise.measure !== measure) {
    exercise.measure = measure
    exercise.sets = []
  }
  const last = exercise.sets.at(-1)
  const isOther = side !== undefined && side !== 'both' && last?.side !== undefined && last.side !== side
  if (last && isOther && last.side !== 'both' && last.set.load === set.load) {
    const weaker = set.reps < last.set.reps ? set : last.set
    exercise.sets[exercise.sets.length - 1] = { set: weaker, position: last.position, side: 'both' }
    return
  }
  exercise.sets.push({ set, position, side })
}
