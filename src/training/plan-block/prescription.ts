import type { RepRange } from '../progression/types.ts'
import { restFor } from '../recommend/duration.ts'
import type { BlockRequest, PlacedExercise } from './types.ts'

const reps = {
  strength: { main: { min: 3, max: 5 }, compound: { min: 6, max: 8 }, isolation: { min: 8, max: 12 } },
  hypertrophy: { main: { min: 6, max: 10 }, compound: { min: 8, max: 12 }, isolation: { min: 10, max: 15 } },
  general: { main: { min: 6, max: 8 }, compound: { min: 8, max: 12 }, isolation: { min: 10, max: 15 } },
} as const

/** Beginners learn a lift with sets of five. Fewer reps are for lifters who have learned it. */
const fives = { min: 5, max: 5 } as const

/** An exercise that is easy with bodyweight alone is made harder with more reps. */
const easyWithoutWeight = { beginner: { min: 8, max: 15 }, other: { min: 12, max: 20 } } as const

function isEasyWithoutWeight({ tracking, difficulty }: PlacedExercise['exercise']): boolean {
  return tracking === 'bodyweight_reps' && difficulty === 'beginner'
}

/** The reps of a set that is prescribed by effort. */
export function repsOf(
  { role, exercise }: PlacedExercise,
  { goal, experience }: Pick<BlockRequest, 'goal' | 'experience'>,
): RepRange {
  if (isEasyWithoutWeight(exercise))
    return easyWithoutWeight[experience === 'beginner' ? 'beginner' : 'other']
  const kind = role.isMain ? 'main' : exercise.mechanic === 'isolation' ? 'isolation' : 'compound'
  return goal === 'strength' && kind === 'main' && experience === 'beginner' ? fives : reps[goal][kind]
}

/** The reps for estimating the time of a set: percentages of a training max start with fives. */
export function timedReps(
  placed: PlacedExercise,
  request: Pick<BlockRequest, 'goal' | 'experience'>,
): RepRange {
  const isMainLift = placed.role.isMain && !isEasyWithoutWeight(placed.exercise)
  return request.goal === 'strength' && isMainLift ? fives : repsOf(placed, request)
}

/**
 * The rest between the sets of an exercise, in seconds. It is shorter for isolation exercises and in short workouts.
 */
export function restOf({ exercise }: PlacedExercise, { minutes }: Pick<BlockRequest, 'minutes'>): number {
  return restFor(exercise, undefined, minutes)
}
