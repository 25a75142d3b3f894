import { countText } from '#lib/count-text.ts'
import type { Decide, PlannedSet } from './decision.ts'
import type { Lift } from './lift.ts'
import type { Scheme } from './schemes.ts'
import type { WorkingSet } from './types.ts'

/** Durations and distances grow by this share, within the 2–10% of ACSM 2009. */
const longerShare = 0.05

/** About 5% more, in whole steps, but at least one step. Reps, whose step is 1, always rise by one. */
function more(amount: number, step: number): number {
  const next = Math.floor((amount * (1 + longerShare)) / step) * step
  return step > 1 && next > amount ? next : amount + step
}

/**
 * A set with the same weight, or one close to it that the lifter can load, and another amount of what it is measured
 * by: millimeters, seconds or reps.
 *
 * @param amountOf returns the new amount; the step is in the same unit
 */
export function withAmount(
  { weight, reps, durationSeconds, distanceMillimeters }: WorkingSet,
  lift: Lift,
  amountOf: (amount: number, step: number) => number,
): PlannedSet {
  const weightField = weight === undefined ? {} : { weight: weight > 0 ? lift.loadable(weight) : weight }
  if (distanceMillimeters)
    return {
      ...weightField,
      distanceMillimeters: amountOf(distanceMillimeters, distanceMillimeters >= 1_000_000 ? 100_000 : 5_000),
    }
  if (durationSeconds)
    return { ...weightField, durationSeconds: amountOf(durationSeconds, durationSeconds >= 600 ? 60 : 5) }
  const count = Math.max(1, amountOf(reps, 1))
  return { ...weightField, reps: { min: count, max: count } }
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
      sets: sets.map((set) => withAmount(set, lift, (amount) => amount)),
      reasons: ['Repeat this: for mobility, how often matters more than how long.'],
      sessions: [last],
    }
  }
  const [first] = sets
  const setsWithMore = sets.map((set) => withAmount(set, lift, more))
  const [firstWithMore] = setsWithMore
  const growthText = (next = 0, previous = 0) =>
    `about ${Math.max(1, Math.round((next / previous - 1) * 100))}%`
  const reason = first?.distanceMillimeters
    ? `Go a little farther than last time, ${growthText(firstWithMore?.distanceMillimeters, first.distanceMillimeters)}.`
    : first?.durationSeconds
      ? `Go a little longer than last time, ${growthText(firstWithMore?.durationSeconds, first.durationSeconds)}.`
      : `You did ${[...sets.slice(0, -1).map(({ reps }) => reps), countText(sets.at(-1)?.reps ?? 0, 'rep')].join(', ')}: add one to each set.`
  return {
    rule: 'unloaded.add',
    sets: setsWithMore,
    reasons: [reason],
    sessions: [last],
  }
}
