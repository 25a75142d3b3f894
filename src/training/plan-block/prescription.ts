import type { RepRange } from '../progression/types.ts'
import { restFor } from '../recommend/duration.ts'
import type { BlockRequest, Placed } from './types.ts'

const reps = {
  strength: { main: { min: 3, max: 5 }, compound: { min: 6, max: 8 }, isolation: { min: 8, max: 12 } },
  hypertrophy: { main: { min: 6, max: 10 }, compound: { min: 8, max: 12 }, isolation: { min: 10, max: 15 } },
  general: { main: { min: 6, max: 8 }, compound: { min: 8, max: 12 }, isolation: { min: 10, max: 15 } },
} as const

/** Fives teach a lift; fewer reps are for those who have learned it. */
const fives = { min: 5, max: 5 } as const

/** What is easy with the weight of the body alone becomes harder by reps. */
const easyWithoutWeight = { beginner: { min: 8, max: 15 }, other: { min: 12, max: 20 } } as const

function isEasyWithoutWeight({ tracking, difficulty }: Placed['exercise']): boolean {
  return tracking === 'bodyweight_reps' && difficulty === 'beginner'
}

/** The reps of a set that is prescribed by effort. */
export function repsOf(
  { role, exercise }: Placed,
  { goal, experience }: Pick<BlockRequest, 'goal' | 'experience'>,
): RepRange {
  if (isEasyWithoutWeight(exercise))
    return easyWithoutWeight[experience === 'beginner' ? 'beginner' : 'other']
  const kind = role.isMain ? 'main' : exercise.mechanic === 'isolation' ? 'isolation' : 'compound'
  return goal === 'strength' && kind === 'main' && experience === 'beginner' ? fives : reps[goal][kind]
}

/** The reps for estimating the time of a set: percentages of a training max start with fives. */
export function timedReps(placed: Placed, request: Pick<BlockRequest, 'goal' | 'experience'>): RepRange {
  const isMainLift = placed.role.isMain && !isEasyWithoutWeight(placed.exercise)
  return request.goal === 'strength' && isMainLift ? fives : repsOf(placed, request)
}

/** The rest between the sets of an exercise, in seconds: shorter for small ones, and in short sessions. */
export function restOf({ exercise }: Placed, { minutes }: Pick<BlockRequest, 'minutes'>): number {
  return restFor(exercise, undefined, minutes)
}
