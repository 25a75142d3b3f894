import type { JudgedSession, SessionResult } from './fold-workout.ts'
import { kindOf, type LiftKind } from './judge.ts'
import type { SessionMiss } from './misses.ts'

/** Numbers of exercises, by which traces name them. They are never reassigned, so logs may share them. */
export class ExerciseNumbers {
  readonly #numbers = new Map<string, number>()
  readonly #ids: string[] = []

  of(exerciseId: string): number {
    let number = this.#numbers.get(exerciseId)
    if (number === undefined) {
      number = this.#ids.length
      this.#ids.push(exerciseId)
      this.#numbers.set(exerciseId, number)
    }
    return number
  }

  idOf(number: number): string {
    return this.#ids[number] ?? ''
  }
}

/**
 * What a workout's fold did, as numbers. It is everything by which the workout affects the misses of its lifter and of
 * lifts that a later change to the log doesn't affect, so that these can be folded again without their sets.
 */
export type WorkoutTrace = Float64Array

/** The trace of a workout without sets. */
export const emptyTrace: WorkoutTrace = new Float64Array()

/**
 * The numbers of an exercise in a trace: its own times `flagCount`, plus flags; then those of its `SessionMiss` and of
 * its `ScaleBounds`.
 */
const offset = { head: 0, shownLevel: 1, center: 2, widening: 3, lowScale: 4, highScale: 5 } as const
const width = 6

const flag = {
  /** It has no session: it only had warm-ups, for example. */
  empty: 1,
  /** See `SessionResult`. */
  leftOut: 2,
  first: 4,
  adjustsWidth: 8,
  isBadDeload: 16,
  judgedByScale: 32,
  hasHistory: 64,
  isLow: 128,
  deload: 256,
  /** The measure isn't a load. */
  other: 512,
} as const
const flagCount = 1024

/** A session with what became of it. */
export interface TracedSession {
  readonly judged: JudgedSession
  readonly result: SessionResult | undefined
  /** Whether the day was a deload. */
  readonly deload: boolean
}

/** More than the relative error of the scales at which judgments turn. */
const roundingError = 1e-9

/** The trace of a workout with these exercises, in order, of which some have a session. */
export function traceWorkout(
  numbers: ExerciseNumbers,
  exerciseIds: readonly string[],
  sessionOf: (exerciseId: string) => TracedSession | undefined,
): WorkoutTrace {
  const trace = new Float64Array(exerciseIds.length * width)
  for (const [index, exerciseId] of exerciseIds.entries())
    writeSession(trace, index, numbers.of(exerciseId), sessionOf(exerciseId))
  return trace
}

/** Replaces the session of the exercise at an index of a trace. */
export function writeSession(
  trace: WorkoutTrace,
  index: number,
  exerciseNumber: number,
  session: TracedSession | undefined,
): void {
  const start = index * width
  const result = session?.result
  const miss = typeof result === 'object' ? result : undefined
  trace[start + offset.head] = exerciseNumber * flagCount + (session ? flagsOf(session, miss) : flag.empty)
  trace[start + offset.shownLevel] = miss?.shownLevel ?? 0
  trace[start + offset.center] = miss?.center ?? 0
  const { bounds, widening } = session?.judged.lift ?? {}
  trace[start + offset.widening] = miss?.widening ?? widening ?? 0
  trace[start + offset.lowScale] = bounds?.low ?? 0
  trace[start + offset.highScale] = bounds?.high ?? Number.POSITIVE_INFINITY
}

function flagsOf({ judged, result, deload }: TracedSession, miss: SessionMiss | undefined): number {
  const { lift, isLow } = judged
  return (
    (result === 'left_out' ? flag.leftOut : 0) |
    (result === 'first' ? flag.first : 0) |
    (miss?.adjustsWidth ? flag.adjustsWidth : 0) |
    (miss?.isBadDeload ? flag.isBadDeload : 0) |
    (lift.bounds ? flag.judgedByScale : 0) |
    (isLow === undefined ? 0 : flag.hasHistory) |
    (isLow ? flag.isLow : 0) |
    (deload ? flag.deload : 0) |
    (kindOf(lift.folded.measure) === 'other' ? flag.other : 0)
  )
}

/** Goes through the exercises of a trace, and acts as the current one. */
export class TraceCursor implements SessionMiss {
  #trace = emptyTrace
  #start = 0
  #flags = 0
  /** See `ExerciseNumbers`. */
  exerciseNumber = 0

  open(trace: WorkoutTrace): void {
    this.#trace = trace
    this.#start = -width
  }

  next(): boolean {
    this.#start += width
    if (this.#start >= this.#trace.length) return false
    const head = this.#trace[this.#start] ?? 0
    this.exerciseNumber = Math.floor(head / flagCount)
    this.#flags = head % flagCount
    return true
  }

  /** The exercise's index in the workout. */
  get index(): number {
    return this.#start / width
  }
  get shownLevel(): number {
    return this.#trace[this.#start + offset.shownLevel] ?? 0
  }
  get center(): number {
    return this.#trace[this.#start + offset.center] ?? 0
  }
  get widening(): number {
    return this.#trace[this.#start + offset.widening] ?? 0
  }
  get adjustsWidth(): boolean {
    return this.#has(flag.adjustsWidth)
  }
  get isBadDeload(): boolean {
    return this.#has(flag.isBadDeload)
  }
  /** Whether it has a session. */
  get hasSession(): boolean {
    return !this.#has(flag.empty)
  }
  get isLeftOut(): boolean {
    return this.#has(flag.leftOut)
  }
  get isFirst(): boolean {
    return this.#has(flag.first)
  }
  /** Whether its sets were judged by the scale of the forecast. */
  get isJudgedByScale(): boolean {
    return this.#has(flag.judgedByScale)
  }
  /** Whether its sets are certainly judged in the same way with this scale. */
  isJudgedAlike(scale: number): boolean {
    const low = this.#trace[this.#start + offset.lowScale] ?? 0
    const high = this.#trace[this.#start + offset.highScale] ?? 0
    return scale > low * (1 + roundingError) && scale < high * (1 - roundingError)
  }
  get isLow(): boolean | undefined {
    return this.#has(flag.hasHistory) ? this.#has(flag.isLow) : undefined
  }
  /** Whether the day was a deload. */
  get deload(): boolean {
    return this.#has(flag.deload)
  }
  get kind(): LiftKind {
    return this.#has(flag.other) ? 'other' : 'load'
  }

  #has(bit: number): boolean {
    return (this.#flags & bit) !== 0
  }
}
