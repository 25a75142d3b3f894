import type { SetCursor } from '../records/set-cursor.ts'
import { foldSession } from './fold.ts'
import {
  type FoldedLift,
  type JudgedLift,
  judgeLift,
  kindOf,
  type LiftKind,
  type MemoryContent,
} from './judge.ts'
import { isLightPhase } from './light-sets.ts'
import type { SessionMiss } from './misses.ts'
import type { LifterState, LiftSession } from './state.ts'
import { isDeloadDay, isLow, mainLoad, workingLoad } from './structure.ts'
import type { ExerciseCollector, MemoryOptions } from './workout-sets.ts'

/** What a fold has learned so far, which the next workout changes. */
export interface FoldedContent extends MemoryContent {
  readonly exerciseIds: Set<string>
  readonly lifts: Map<string, FoldedLift>
  readonly lifters: Record<LiftKind, LifterState>
}

/** A lift of a workout whose sets have been judged. */
export interface JudgedSession {
  readonly exerciseId: string
  readonly lift: JudgedLift
  /** Whether its working load is low; undefined for a lift without a history. */
  readonly isLow: boolean | undefined
}

/** The day of a workout, and whether it was a deload. */
export interface WorkoutDay extends Pick<LiftSession, 'day' | 'workoutId'> {
  /** The user marked it as a deload or a comeback. */
  readonly planned: boolean
  readonly deload: boolean
}

/** Left out, since the session says nothing about strength, or folded, either as the first or with its miss. */
export type SessionResult = 'left_out' | 'first' | SessionMiss

/** The exercises of a workout, the sessions of those that have one, and the result of each session, all in order. */
export interface FoldedWorkout {
  readonly workoutId: string
  readonly exerciseIds: readonly string[]
  readonly sessions: readonly JudgedSession[]
  readonly results: readonly SessionResult[]
  readonly deload: boolean
}

/** Folds in a workout. The cursor must be at its last set. */
export function foldWorkout(
  content: FoldedContent,
  workout: ReadonlyMap<string, ExerciseCollector>,
  at: SetCursor,
  { days }: Pick<MemoryOptions, 'days'>,
  onWorkout?: (workout: FoldedWorkout) => void,
): void {
  const dayNumber = days.dayOf(at.performedAt, at.timeZone)
  const sessions = judgeWorkout(content, workout, at, dayNumber)
  const day = workoutDay(at, dayNumber, sessions)
  const results = sessions.map((session) => foldJudged(content, session, day))
  onWorkout?.({
    workoutId: at.workoutId,
    exerciseIds: [...workout.keys()],
    sessions,
    results,
    deload: day.deload,
  })
}

/** Judges the sets of each lift of a workout. */
export function judgeWorkout(
  content: FoldedContent,
  workout: ReadonlyMap<string, ExerciseCollector>,
  at: SetCursor,
  day: number,
): JudgedSession[] {
  const judged: JudgedSession[] = []
  for (const [exerciseId, exercise] of workout) {
    content.exerciseIds.add(exerciseId)
    if (exercise.sets.length === 0) continue
    const lift = judgeLift(content, exerciseId, exercise, at, day)
    const main = mainLoad(lift.folded.lift)
    const hasHistory = main > 0 && lift.sets.length > 0
    judged.push({ exerciseId, lift, isLow: hasHistory ? isLow(workingLoad(lift.sets), main) : undefined })
  }
  return judged
}

/**
 * The day of a workout.
 *
 * @param sessions all that were judged
 */
export function workoutDay(
  { workoutId, phase }: SetCursor,
  day: number,
  sessions: readonly Pick<JudgedSession, 'isLow'>[],
): WorkoutDay {
  const planned = isLightPhase(phase)
  const deload = planned || isDeloadDay(sessions.flatMap((session) => session.isLow ?? []))
  return { workoutId, day, planned, deload }
}

/** Folds in a lift of a workout. All lifts of the workout must have been judged before. */
export function foldJudged(
  { lifts, lifters }: FoldedContent,
  { exerciseId, lift: { folded, sets } }: JudgedSession,
  { day, workoutId, deload, planned }: WorkoutDay,
): SessionResult {
  // All sets are doubted, or the lift has never had a successful rep: neither says anything about strength.
  if (folded.lift.sessions > 0 ? sets.length === 0 : !sets.some(({ reps }) => reps > 0)) {
    lifts.set(exerciseId, folded)
    return 'left_out'
  }
  const usual = { day, sets, workoutId }
  // Spreading is slow, and most sessions are neither planned to be light nor deloads.
  const session: LiftSession = planned ? { ...usual, deload, planned } : deload ? { ...usual, deload } : usual
  const kind = kindOf(folded.measure)
  const { lift, lifter, miss } = foldSession(folded.lift, lifters[kind], session)
  lifts.set(exerciseId, { measure: folded.measure, lift, doubted: folded.doubted })
  lifters[kind] = lifter
  return miss ?? 'first'
}
