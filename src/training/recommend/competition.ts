import { countText } from '#lib/count-text.ts'
import { shortOfFailure } from '../progression/decision.ts'
import { fewerSets } from './fewer-sets.ts'
import { movementOf } from './movements.ts'
import type { Dose } from './prescribe.ts'
import type { AthleteState, Candidate } from './types.ts'

/** The days before a competition in which lifters peak, taper, and rest. */
const daysBefore = { peak: 21, taper: 7, rest: 2 } as const
/** Sets of up to this many reps are heavy. */
const heavyReps = 4

/** Whether someone is peaking: because a competition is near, or because their log shows it. */
export const isPeaking = ({ daysToCompetition, peaking }: AthleteState): boolean =>
  peaking === true || isWithin(daysToCompetition, daysBefore.peak)

/** Whether only rest is left before a competition. */
export const isCompetitionRest = ({ daysToCompetition }: AthleteState): boolean =>
  isWithin(daysToCompetition, daysBefore.rest)

const isWithin = (days: number | undefined, max: number): boolean =>
  days !== undefined && days >= 0 && days <= max

/** Whether the sets are heavy ones of a big lift. */
export function isHeavy(candidate: Candidate, { sets }: Dose): boolean {
  const movement = movementOf(candidate)
  if (candidate.mechanic === 'isolation' || movement === undefined || movement === 'pull') return false
  return sets.some(
    ({ type, reps, weightGrams }) =>
      type !== 'warmup' && (weightGrams ?? 0) > 0 && (reps?.min ?? heavyReps + 1) <= heavyReps,
  )
}

/** Why a heavy lift is the only one of the day while someone peaks. Undefined in the last week, with its taper. */
export function onlyHeavyReason({ daysToCompetition }: AthleteState): string | undefined {
  if (isWithin(daysToCompetition, daysBefore.taper)) return undefined
  const when = isWithin(daysToCompetition, daysBefore.peak)
    ? `Your competition is in ${countText(daysToCompetition ?? 0, 'day')}`
    : 'You are working up to heavy singles'
  return `${when}: one heavy lift a day, and nothing new.`
}

/** The sets in the last week before a competition: half of them, none to failure. */
export function taper(dose: Dose, { daysToCompetition }: AthleteState): Dose {
  if (!isWithin(daysToCompetition, daysBefore.taper)) return dose
  const count = Math.max(1, Math.ceil(dose.sets.length / 2))
  const sets = fewerSets(dose.sets, count).map(shortOfFailure)
  const reason = `Your competition is in ${daysToCompetition} days: half the sets, and nothing to failure.`
  return { ...dose, sets, minSets: Math.min(dose.minSets, count), reasons: [...dose.reasons, reason] }
}
