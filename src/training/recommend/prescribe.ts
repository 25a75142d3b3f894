import { countText } from '#lib/count-text.ts'
import { goalRules, heavyEquipment } from '../goals.ts'
import { shortOfFailure } from '../progression/decision.ts'
import type { PrescribedSet, Prescription, RepRange } from '../progression/types.ts'
import { isBeginner, isOwn } from './candidates.ts'
import { fewerSets } from './fewer-sets.ts'
import { movementOf } from './movements.ts'
import type { AthleteState, Candidate, Familiarity } from './types.ts'

/** The sets of an exercise if it is chosen. */
export interface Dose {
  readonly sets: readonly PrescribedSet[]
  readonly warmUps: readonly PrescribedSet[]
  readonly reasons: readonly string[]
  readonly rule?: string
  /** The minimum number of sets that makes sense. */
  readonly minSets: number
}

/**
 * Sets, reps and effort of an exercise that the user has never done: three sets of 8–12 (ACSM 2009: one to three). By
 * our own choice, three reps in reserve while it is being learned, and two sets after a break so long that it must be
 * relearned.
 */
const novice = {
  sets: 3,
  setsAgain: 2,
  warmUpReps: 8,
  rpe: 7,
  seconds: 30,
  compound: { min: 8, max: 12 },
  isolation: { min: 10, max: 15 },
} as const

/** The age at which new exercises start lighter: fewer sets, more reps, and one more rep in reserve. */
const older = { age: 60, sets: 2, rpe: 6, reps: { min: 10, max: 15 } } as const

const isOlder = ({ age }: AthleteState): boolean => age !== undefined && age >= older.age

function isHeavyLift(candidate: Candidate): boolean {
  const movement = movementOf(candidate)
  return heavyEquipment.has(candidate.equipment) && movement !== undefined && movement !== 'pull'
}

/** The minimum reps of a new lift, even for strength. */
const minNewReps = 5

function rangesFor(candidate: Candidate, { goal }: AthleteState): Record<'compound' | 'isolation', RepRange> {
  if (!goal) return novice
  const { compound, isolation } = goalRules[goal]
  if (compound.min >= novice.compound.min || goal === 'size') return { compound, isolation }
  if (!isHeavyLift(candidate)) return novice
  return { compound: { min: Math.max(minNewReps, compound.min), max: compound.max }, isolation }
}

function setsFor(candidate: Candidate, state: AthleteState): number {
  const usesGoalSets =
    state.goal && !isBeginner(state) && (state.goal !== 'strength' || isHeavyLift(candidate))
  const sets = usesGoalSets ? goalRules[state.goal].sets : novice.sets
  return isOlder(state) || state.goal === 'health' ? Math.min(older.sets, sets) : sets
}

/** A light set to get a feel for a loaded movement whose weight isn't known yet. */
const feelSet: PrescribedSet = {
  type: 'warmup',
  reps: { min: novice.warmUpReps, max: novice.warmUpReps },
  note: 'A light weight, to get the feel of it.',
}

function firstDose(
  candidate: Candidate,
  state: AthleteState,
  reason: string,
  count: number = setsFor(candidate, state),
): Dose {
  const { tracking, mechanic, category, unilateral } = candidate
  const isLighter = isOlder(state)
  const ranges = rangesFor(candidate, state)
  const usualReps: RepRange =
    category === 'core' ? novice.isolation : mechanic === 'isolation' ? ranges.isolation : ranges.compound
  const reps = isLighter ? older.reps : usualReps
  const set: PrescribedSet = {
    type: 'normal',
    ...(tracking === 'duration'
      ? { durationSeconds: novice.seconds }
      : { reps, rpe: isLighter ? older.rpe : novice.rpe }),
    ...(unilateral && { side: 'both' as const }),
  }
  const needsFeelSet = tracking === 'weight_reps' && mechanic !== 'isolation'
  return {
    sets: Array.from({ length: count }, () => set),
    warmUps: needsFeelSet ? [feelSet] : [],
    reasons: [reason],
    minSets: 2,
  }
}

/** Advice on effort when the right weight isn't known. */
function advice({ tracking }: Candidate, state: AthleteState): string {
  const reserve = isOlder(state) ? 'four' : 'three'
  if (tracking === 'weight_reps') return `find a weight that leaves ${reserve} reps in reserve`
  if (tracking === 'duration') return 'stop while your form is still good'
  return `stop with ${reserve} reps in reserve`
}

/** A time as people say it: `10 weeks`, `a year`. */
function sinceText(days: number): string {
  const years = Math.round(days / 365)
  if (days < 350) return countText(Math.round(days / 7), 'week')
  return years === 1 ? 'a year' : countText(years, 'year')
}

/**
 * The next sets of an exercise: those of its progression, or of its deload after a break; a deload for another reason
 * is only mentioned. Without enough in the log, sets without a weight.
 */
export function doseOf(candidate: Candidate, state: AthleteState): Dose {
  const familiarity = state.familiar.get(candidate.id)
  const comeback = familiarity?.away && state.progressionOf(candidate.id)
  if (comeback?.status === 'prescription' && comeback.rule.endsWith('.comeback')) {
    const { sets, warmUps, reasons, rule } = comeback
    return { sets, warmUps, reasons, rule, minSets: Math.min(2, sets.length) }
  }
  if (familiarity?.away) {
    const { days, did } = familiarity.away
    const reason = `You last did ${did}, ${sinceText(days)} ago: start well below that, and ${advice(candidate, state)}.`
    return firstDose(candidate, state, reason, novice.setsAgain)
  }
  const isNew = familiarity === undefined
  const next = isOwn(candidate.id, state) ? state.progressionOf(candidate.id) : undefined
  if (isNew && next?.status !== 'prescription')
    return firstDose(
      candidate,
      state,
      `You haven’t done this ${state.hasDone(candidate.id) ? 'lately' : 'before'}: ${advice(candidate, state)}.`,
    )
  if (next?.status !== 'prescription')
    return firstDose(
      candidate,
      state,
      next?.reasons[0] ?? 'There isn’t enough in your log yet to plan this lift.',
    )
  const { rule, deload } = next
  // Schemes with a fixed number of sets would count a shorter workout as missed.
  const isFlexible = rule.startsWith('double.') || rule.startsWith('memory.')
  const minSets = isFlexible ? Math.min(2, next.sets.length) : next.sets.length
  if (deload?.cause === 'break')
    return { sets: deload.sets, warmUps: next.warmUps, reasons: [deload.text], rule, minSets }
  const missing = usualSetsMissing(next, familiarity)
  const [lastSet] = next.sets.slice(-1)
  const addedSets = lastSet && missing > 0 ? Array.from({ length: missing }, () => lastSet) : []
  const reasons = [
    ...next.reasons,
    ...(addedSets.length > 0
      ? [`Last time had fewer sets than usual: go back to ${next.sets.length + addedSets.length}.`]
      : []),
    ...(deload ? [deload.text] : []),
  ]
  return { sets: [...next.sets, ...addedSets], warmUps: next.warmUps, reasons, rule, minSets }
}

/**
 * The number of sets by which the last workout fell short of the usual. Double progression prescribes as many as last
 * time, so one workout cut short would shorten all later ones. 0 for other schemes.
 */
function usualSetsMissing(
  { rule, sets, method }: Prescription,
  familiarity: Familiarity | undefined,
): number {
  if (!rule.startsWith('double.') || method.parameters?.sets !== undefined) return 0
  return Math.max(0, Math.round(familiarity?.sets ?? 0) - sets.length)
}

/** A dose for a day of low readiness: up to a third fewer sets, one more rep in reserve, and nothing to failure. */
export function lighterDose(dose: Dose, readiness: number): Dose {
  const count = Math.max(dose.minSets, Math.ceil((dose.sets.length * 2) / 3))
  const sets = fewerSets(dose.sets, count).map((set) => ({
    ...shortOfFailure(set),
    ...(set.rpe !== undefined && { rpe: Math.max(6, set.rpe - 1) }),
  }))
  const reason = `Your readiness is ${readiness} out of 100 today: ${count < dose.sets.length ? 'do fewer sets, and leave' : 'leave'} one more rep in reserve.`
  return { ...dose, sets, reasons: [...dose.reasons, reason] }
}
