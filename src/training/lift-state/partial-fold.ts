import type { SetCursor } from '../records/set-cursor.ts'
import {
  type FoldedWorkout,
  foldJudged,
  type JudgedSession,
  judgeWorkout,
  type WorkoutDay,
  workoutDay,
} from './fold-workout.ts'
import { meanMiss, scaleOf } from './forecast.ts'
import type { FoldedLift } from './judge.ts'
import { MemoryFold } from './memory-fold.ts'
import { addMiss, type LiftMisses } from './misses.ts'
import { newLift } from './state.ts'
import { collectSet, type ExerciseCollector, type MemoryOptions } from './workout-sets.ts'
import {
  type ExerciseNumbers,
  emptyTrace,
  TraceCursor,
  type TracedSession,
  traceWorkout,
  type WorkoutTrace,
  writeSession,
} from './workout-trace.ts'

/** The trace of a workout that was folded. */
export function traceOf(numbers: ExerciseNumbers, workout: FoldedWorkout): WorkoutTrace {
  const { exerciseIds, sessions, results, deload } = workout
  let session = 0
  return traceWorkout(numbers, exerciseIds, (exerciseId) => {
    const judged = sessions[session]
    return judged?.exerciseId === exerciseId ? { judged, result: results[session++], deload } : undefined
  })
}

/** Lifts that are affected, too. */
export interface FurtherAffected {
  readonly furtherAffected: readonly string[]
}

/**
 * Folds a log again after some of its workouts have changed, to exactly what a `MemoryFold` would. Only the affected
 * lifts are folded from their sets: those of the changed workouts, those of days that have become a deload or no longer
 * are one, and those whose sets are judged differently because the scale of their forecast has changed. All that
 * changes in the other lifts is their misses, which are computed from the traces of the earlier fold.
 */
export class PartialFold {
  readonly #fold: MemoryFold
  readonly #affected: ReadonlySet<string>
  readonly #numbers: ExerciseNumbers
  readonly #cursor = new TraceCursor()
  /** All lifts so far, in the order in which a `MemoryFold` would have them. */
  readonly #liftIds: Set<string>
  /** The misses of the lifts that aren't affected, by number. */
  readonly #misses: LiftMisses[] = []

  /** @param from the memory before the first changed workout, which is left unchanged */
  constructor(from: MemoryFold, affected: ReadonlySet<string>, numbers: ExerciseNumbers) {
    this.#fold = new MemoryFold(from.content)
    this.#affected = affected
    this.#numbers = numbers
    this.#liftIds = new Set(from.content.lifts.keys())
    for (const [id, { lift }] of from.content.lifts) this.#misses[numbers.of(id)] = lift
  }

  /** Folds in a workout that was added or has changed, all of whose exercises are affected. Returns its trace. */
  addChanged(sets: SetCursor, options: MemoryOptions): WorkoutTrace {
    let trace = emptyTrace
    this.#fold.add(sets, options, (workout) => {
      trace = traceOf(this.#numbers, workout)
      for (const { exerciseId } of workout.sessions) this.#liftIds.add(exerciseId)
    })
    return trace
  }

  /**
   * Folds in a workout that was folded before and hasn't changed. Returns its trace, or further lifts that are
   * affected, with which everything must be folded again.
   */
  addUnchanged(
    trace: WorkoutTrace,
    setsOf: () => SetCursor,
    options: MemoryOptions,
  ): WorkoutTrace | FurtherAffected {
    const furtherAffected: string[] = []
    let hasAffected = false
    const cursor = this.#cursor
    for (cursor.open(trace); cursor.next(); ) {
      if (this.#isAffected(cursor)) hasAffected = true
      else if (this.#isJudgedDifferently(cursor)) furtherAffected.push(this.#idOf(cursor))
    }
    if (furtherAffected.length > 0) return { furtherAffected }
    if (hasAffected) return this.#addPartly(trace, setsOf(), options)
    for (cursor.open(trace); cursor.next(); ) this.#addOther(cursor)
    return trace
  }

  /** The memory so far, with all but the affected lifts of an earlier memory after the same workout. */
  foldLike(earlier: MemoryFold): MemoryFold {
    const { lifts, lifters, exerciseIds } = this.#fold.content
    const fold = new MemoryFold({ exerciseIds, lifts: new Map(), lifters })
    for (const id of earlier.content.exerciseIds)
      if (!this.#affected.has(id)) fold.content.exerciseIds.add(id)
    for (const id of this.#liftIds) {
      const folded = this.#affected.has(id)
        ? lifts.get(id)
        : this.#withMisses(id, earlier.content.lifts.get(id))
      if (!folded) throw new Error(`the earlier memory has no lift ${id}`)
      fold.content.lifts.set(id, folded)
    }
    return fold
  }

  #withMisses(id: string, earlier: FoldedLift | undefined): FoldedLift | undefined {
    const misses = this.#misses[this.#numbers.of(id)]
    if (!earlier || !misses || earlier.lift.sessions === 0) return earlier
    const { error, errorWeight } = misses
    if (earlier.lift.error === error && earlier.lift.errorWeight === errorWeight) return earlier
    return { ...earlier, lift: { ...earlier.lift, error, errorWeight } }
  }

  #idOf({ exerciseNumber }: TraceCursor): string {
    return this.#numbers.idOf(exerciseNumber)
  }

  #isAffected(session: TraceCursor): boolean {
    return this.#affected.has(this.#idOf(session))
  }

  /** Whether the sets of a lift that isn't affected may be judged differently. Called before the workout is folded. */
  #isJudgedDifferently(session: TraceCursor): boolean {
    if (!session.isJudgedByScale) return false
    const lifter = this.#fold.content.lifters[session.kind]
    const mean = meanMiss(this.#misses[session.exerciseNumber] ?? newLift, lifter)
    return !session.isJudgedAlike(scaleOf(mean, lifter, session.widening))
  }

  /** Folds in a workout with affected lifts, and with others by its trace. */
  #addPartly(trace: WorkoutTrace, sets: SetCursor, options: MemoryOptions): WorkoutTrace | FurtherAffected {
    const judged = this.#judgeAffected(sets, options)
    const cursor = this.#cursor
    const dayNumber = options.days.dayOf(sets.performedAt, sets.timeZone)
    const sessions: Pick<JudgedSession, 'isLow'>[] = [...judged.values()]
    const others: string[] = []
    let wasDeload = false
    for (cursor.open(trace); cursor.next(); ) {
      if (this.#isAffected(cursor) || !cursor.hasSession) continue
      others.push(this.#idOf(cursor))
      sessions.push({ isLow: cursor.isLow })
      wasDeload = cursor.deload
    }
    const day = workoutDay(sets, dayNumber, sessions)
    if (others.length > 0 && wasDeload !== day.deload) return { furtherAffected: others }
    const traceNow = trace.slice()
    for (cursor.open(trace); cursor.next(); ) {
      if (!this.#isAffected(cursor)) {
        this.#addOther(cursor)
        continue
      }
      const session = this.#foldAffected(judged.get(this.#idOf(cursor)), day)
      writeSession(traceNow, cursor.index, cursor.exerciseNumber, session)
    }
    return traceNow
  }

  #judgeAffected(sets: SetCursor, options: MemoryOptions): Map<string, JudgedSession> {
    const workout = new Map<string, ExerciseCollector>()
    while (sets.next()) if (this.#affected.has(sets.exerciseId)) collectSet(workout, sets, options)
    const dayNumber = options.days.dayOf(sets.performedAt, sets.timeZone)
    const judged = judgeWorkout(this.#fold.content, workout, sets, dayNumber)
    return new Map(judged.map((session) => [session.exerciseId, session]))
  }

  #foldAffected(judged: JudgedSession | undefined, day: WorkoutDay): TracedSession | undefined {
    if (!judged) return undefined
    this.#liftIds.add(judged.exerciseId)
    return { judged, result: foldJudged(this.#fold.content, judged, day), deload: day.deload }
  }

  /** Folds in a session of a lift that isn't affected. */
  #addOther(session: TraceCursor): void {
    if (!session.hasSession) return
    const { exerciseNumber, kind } = session
    const misses = this.#misses[exerciseNumber]
    if (!misses) this.#liftIds.add(this.#idOf(session))
    if (session.isLeftOut || session.isFirst) {
      if (!misses || session.isFirst) this.#misses[exerciseNumber] = newLift
      return
    }
    const { lifters } = this.#fold.content
    const { lift, lifter } = addMiss(session, misses ?? newLift, lifters[kind])
    this.#misses[exerciseNumber] = lift
    lifters[kind] = lifter
  }
}
