import type { SetCursor } from '../records/set-cursor.ts'
import { type Doubt, doubtOf, isImplausible, isKnown, minSessions, type ScaleBounds } from './doubt.ts'
import { expectedLevel, meanMiss, scaleOf } from './forecast.ts'
import type { LiftMeasure } from './lift-set.ts'
import { isFreshStart, isLightPhase, isRampSet } from './light-sets.ts'
import { mostLifted } from './most-lifted.ts'
import { type LifterState, type LiftSet, type LiftState, newLift } from './state.ts'
import type { ExerciseCollector } from './workout-sets.ts'

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

/** A doubted value with its set. The value is accepted once a later workout repeats it; see also `isImplausible`. */
interface DoubtedValue {
  readonly value: string
  /** The user's day number. */
  readonly day: number
  readonly set: DoubtedSet
}

/** A lift as folded so far, with the values that are still doubted. */
export interface FoldedLift {
  readonly measure: LiftMeasure
  readonly lift: LiftState
  readonly doubted: readonly DoubtedValue[]
}

/** What a fold has learned. */
export interface MemoryContent {
  /** The exercises of all sets, including those whose sets say nothing about strength. */
  readonly exerciseIds: ReadonlySet<string>
  readonly lifts: ReadonlyMap<string, FoldedLift>
  readonly lifters: { readonly load: LifterState; readonly other: LifterState }
}

/** A lift of a workout, after its sets were checked. */
export interface JudgedLift {
  readonly folded: FoldedLift
  readonly sets: readonly LiftSet[]
  /** The scales of the forecast for which they are judged in the same way. Undefined if no scale was needed. */
  readonly bounds?: ScaleBounds
  /** The widening of the scale. */
  readonly widening?: number
}

/** The kinds of lifts, each with its own state of the lifter. */
export type LiftKind = keyof MemoryContent['lifters']

export const kindOf = (measure: LiftMeasure): LiftKind => (measure === 'load' ? measure : 'other')

/**
 * Separates sets of a workout's lift that look like typing errors, unless they were confirmed or an earlier workout had
 * the same value.
 *
 * @param at the cursor, at the last set of the workout
 * @param today the user's day number of the workout
 */
export function judgeLift(
  { lifts, lifters }: MemoryContent,
  exerciseId: string,
  { measure, sets, facts }: ExerciseCollector,
  at: SetCursor,
  today: number,
): JudgedLift {
  const remembered = lifts.get(exerciseId)
  const folded = remembered?.measure === measure ? remembered : { measure, lift: newLift, doubted: [] }
  const fitting: LiftSet[] = []
  const { lift } = folded
  // A shortcut for most lifts of a log: none of these sets can be doubted.
  if (
    folded.doubted.length === 0 &&
    lift.sessions >= minSessions &&
    sets.every(({ set }) => set.added === undefined && isKnown(lift, set))
  ) {
    for (const { set, isDrop } of sets) if (!isDrop) fitting.push(set)
    return { folded, sets: fitting }
  }
  const limit = () => mostLifted(facts)
  const lifter = lifters[kindOf(measure)]
  const { center, widening } = expectedLevel(lift, today)
  const bounds: ScaleBounds = { low: 0, high: Number.POSITIVE_INFINITY }
  const expected = { center, scale: scaleOf(meanMiss(lift, lifter), lifter, widening), bounds }
  const doubted: DoubtedValue[] = []
  const accepted = new Set<string>()
  const isRestart = isFreshStart(lift, expected, sets, today)
  for (const [index, current] of sets.entries()) {
    const { set, position, otherSide, isDrop, isConfirmed } = current
    let isRepeated = false
    for (const { value, day } of folded.doubted) {
      if (
        (value === loadOf(set) || value === repsOf(set)) &&
        set.reps > 0 &&
        (day > folded.lift.day || !isImplausible(folded.lift, set, limit))
      ) {
        accepted.add(value)
        isRepeated = true
      }
    }
    const isJudged = measure === 'load' && !isConfirmed && !isRepeated && !isRestart
    // Few sets are doubtful, so the other loads are listed only when they are needed.
    const others = () => sets.flatMap((other) => (other === current ? [] : other.set.load))
    const doubt = isJudged ? doubtOf(folded.lift, expected, set, limit, others) : undefined
    // These sets are lighter on purpose: a drop set, a ramp or back-off set, or any set of a light week.
    const isLight = () => isDrop || isLightPhase(at.phase) || isRampSet(sets, index)
    if (!doubt || (doubt.reason === 'load_low' && isLight())) {
      if (!isDrop) fitting.push(set)
      continue
    }
    const value = set.reps === 0 ? failed : doubt.reason === 'reps_high' ? repsOf(set) : loadOf(set)
    const { workoutId, performedAt } = at
    const body = set.load - (set.added ?? set.load)
    for (const each of otherSide === undefined ? [position] : [position, otherSide]) {
      const setId = at.markAt(each).id
      doubted.push({ value, day: today, set: { exerciseId, workoutId, setId, performedAt, doubt, body } })
    }
  }
  if (doubted.length === 0 && accepted.size === 0) return { folded, sets: fitting, bounds, widening }
  const remaining = folded.doubted.filter(({ value }) => !accepted.has(value))
  return { folded: { ...folded, doubted: [...remaining, ...doubted] }, sets: fitting, bounds, widening }
}

/** The values by which a set may be doubted, as text. */
const loadOf = ({ load, added }: LiftSet) => `${added ?? load}`
const repsOf = ({ reps }: LiftSet) => `× ${reps}`
/** The value of a set without a rep, which no later set can repeat: failing again makes a weight no more plausible. */
const failed = ''
