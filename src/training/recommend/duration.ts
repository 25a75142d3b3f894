import type { PrescribedSet } from '../progression/types.ts'
import type { Candidate } from './types.ts'

/**
 * The seconds of a rep at a steady pace, of rests according to ACSM 2009 and Schoenfeld 2016 (2–3 minutes for
 * compound lifts, 1–2 for others), and of changing to the next exercise.
 */
const paces = {
  rep: 4,
  changeOver: 90,
  warmUpRest: 45,
  compoundLegRest: 180,
  compoundRest: 150,
  isolationRest: 90,
  trunkRest: 60,
} as const

/** Workouts of up to `minutes` have rests of at most `rest` seconds, so that another movement fits in. */
const shortWorkouts = [
  { minutes: 15, rest: 75 },
  { minutes: 30, rest: 120 },
] as const

/** The walking pace at which distances are estimated: 1.3 m per second. */
const millimetersPerSecond = 1300

/**
 * The rest between the sets of an exercise, in seconds: the person's usual rest if logged, clamped to 30–300, and less
 * in a short workout.
 */
export function restFor(
  exercise: Pick<Candidate, 'category' | 'mechanic'>,
  usual: number | undefined,
  minutes = Number.POSITIVE_INFINITY,
): number {
  const limit = shortWorkouts.find((workout) => minutes <= workout.minutes)
  return Math.min(usualRest(exercise, usual), limit?.rest ?? Number.POSITIVE_INFINITY)
}

function usualRest(
  { category, mechanic }: Pick<Candidate, 'category' | 'mechanic'>,
  usual: number | undefined,
): number {
  if (usual !== undefined) return Math.min(300, Math.max(30, Math.round(usual)))
  if (category === 'core') return paces.trunkRest
  if (mechanic === 'isolation') return paces.isolationRest
  return category === 'legs' ? paces.compoundLegRest : paces.compoundRest
}

function workSeconds({ reps, durationSeconds, distanceMillimeters, side }: PrescribedSet): number {
  const oneSide =
    durationSeconds ??
    (distanceMillimeters === undefined
      ? (reps?.min ?? 0) * paces.rep
      : distanceMillimeters / millimetersPerSecond)
  return oneSide * (side === 'both' ? 2 : 1)
}

/** The time for setup, warm-ups, sets and the rests between them, in whole seconds. */
export function exerciseSeconds(
  warmUps: readonly PrescribedSet[],
  sets: readonly PrescribedSet[],
  restSeconds: number,
): number {
  const warmingUp = warmUps.reduce((sum, set) => sum + workSeconds(set) + paces.warmUpRest, 0)
  const working = sets.reduce((sum, set) => sum + workSeconds(set), 0)
  return Math.ceil(paces.changeOver + warmingUp + working + restSeconds * Math.max(0, sets.length - 1))
}
