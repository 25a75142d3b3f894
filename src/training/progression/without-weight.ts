import { countText } from '#lib/count-text.ts'
import type { Decide, PlannedSet } from './decision.ts'
import type { Lift } from './lift.ts'
import type { Scheme } from './schemes.ts'
import type { WorkingSet } from './types.ts'

/** Durations and distances grow by this share, within the 2–10% of ACSM 2009. */
const longerShare = 0.05

function longer(seconds: number): number {
  const step = seconds >= 600 ? 60 : 5
  const next = Math.floor((seconds * (1 + longerShare)) / step) * step
  return next > seconds ? next : seconds + step
}

function farther(millimeters: number): number {
  const step = millimeters >= 1_000_000 ? 100_000 : 5_000
  const next = Math.floor((millimeters * (1 + longerShare)) / step) * step
  return next > millimeters ? next : millimeters + step
}

/** The weight that was held during the set, or a weight close to it that the lifter can load. */
export function heldWeight({ weight }: Pick<WorkingSet, 'weight'>, lift: Lift): Pick<PlannedSet, 'weight'> {
  if (weight === undefined) return {}
  return { weight: weight > 0 ? lift.loadable(weight) : weight }
}

function withMore(set: WorkingSet, lift: Lift): PlannedSet {
  const { reps, durationSeconds, distanceMillimeters } = set
  const base = heldWeight(set, lift)
  if (distanceMillimeters) return { ...base, distanceMillimeters: farther(distanceMillimeters) }
  if (durationSeconds) return { ...base, durationSeconds: longer(durationSeconds) }
  return { ...base, reps: { min: reps + 1, max: reps + 1 } }
}

function withSame(set: WorkingSet, lift: Lift): PlannedSet {
  const { reps, durationSeconds, distanceMillimeters } = set
  const base = heldWeight(set, lift)
  if (distanceMillimeters) return { ...base, distanceMillimeters }
  if (durationSeconds) return { ...base, durationSeconds }
  return { ...base, reps: { min: Math.max(1, reps), max: Math.max(1, reps) } }
}

/**
 * Progression without weights, whichever scheme was chosen: one rep more per set, or about 5% longer or
 * farther. Mobility stays as it is, as more of it isn't better.
 */
export const decideWithoutWeight: Decide<Scheme> = ({ before, since, lift }) => {
  const last = since.at(-1) ?? before.at(-1)
  if (!last) return { undecided: 'No workout with this exercise yet.' }
  const { sets } = last
  if (lift.facts.category === 'mobility') {
    return {
      rule: 'unloaded.repeat',
      sets: sets.map((set) => withSame(set, lift)),
      reasons: ['Repeat this: for mobility, how often matters more than how long.'],
      sessions: [last],
    }
  }
  const [first] = sets
  const firstWithMore = first && withMore(first, lift)
  const growthText = (next = 0, previous = 0) =>
    `about ${Math.max(1, Math.round((next / previous - 1) * 100))}%`
  const reason = first?.distanceMillimeters
    ? `Go a little farther than last time, ${growthText(firstWithMore?.distanceMillimeters, first.distanceMillimeters)}.`
    : first?.durationSeconds
      ? `Go a little longer than last time, ${growthText(firstWithMore?.durationSeconds, first.durationSeconds)}.`
      : `You did ${[...sets.slice(0, -1).map(({ reps }) => reps), countText(sets.at(-1)?.reps ?? 0, 'rep')].join(', ')}: add one to each set.`
  return {
    rule: 'unloaded.add',
    sets: sets.map((set) => withMore(set, lift)),
    reasons: [reason],
    sessions: [last],
  }
}
