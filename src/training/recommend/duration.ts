import type { PrescribedSet } from '../progression/types.ts'
import type { Candidate } from './types.ts'

/**
 * How long things take, in seconds: a rep at a steady pace; rests according to ACSM 2009 and Schoenfeld 2016
 * (2–3 minutes for compound lifts, 1–2 for others); changing to the next exercise.
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

/** In a workout of up to this many minutes, rests are capped at this many seconds, to fit in another movement. */
const shortWorkouts = [
  { minutes: 15, rest: 75 },
  { minutes: 30, rest: 120 },
] as const

/** Distances are at walking pace: 1.3 m per second. */
const millimetersPerSecond = 1300

/**
 * Rest between the sets of an exercise, in seconds: the person's own if logged, clamped to 30–300; shorter in a short
 * workout.
 */
export function restFor(
  exercise: Pick<Candidate, 'category' | 'mechanic'>,
  own: number | undefined,
  minutes = Number.POSITIVE_INFINITY,
): number {
  const short = shortWorkouts.find((each) => minutes <= each.minutes)
  return Math.min(usualRest(exercise, own), short?.rest ?? Number.POSITIVE_INFINITY)
}

function usualRest(
  { category, mechanic }: Pick<Candidate, 'category' | 'mechanic'>,
  own: number | undefined,
): number {
  if (own !== undefined) return Math.min(300, Math.max(30, Math.round(own)))
  if (category === 'core') return paces.trunkRest
  if (mechanic === 'isolation') return paces.isolationRest
  return category === 'legs' ? paces.compoundLegRest : paces.compoundRest
}

function workSeconds({ reps, durationSeconds, distanceMillimeters, side }: PrescribedSet): number {
  const once =
    durationSeconds ??
    (distanceMillimeters === undefined
      ? (reps?.min ?? 0) * paces.rep
      : distanceMillimeters / millimetersPerSecond)
  return once * (side === 'both' ? 2 : 1)
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
