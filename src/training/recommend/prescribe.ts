import type { PrescribedSet, RepRange } from '../progression/types.ts'
import type { AthleteState, Candidate } from './types.ts'

/** The sets of an exercise, if it is chosen. */
export interface Dose {
  readonly sets: readonly PrescribedSet[]
  readonly warmUps: readonly PrescribedSet[]
  readonly reasons: readonly string[]
  readonly rule?: string
  /** The fewest sets that it still makes sense with. */
  readonly fewest: number
}

/**
 * Sets, reps and effort of an exercise that was never done: three, with three reps in reserve while it is
 * learned (ACSM 2009).
 */
const novice = {
  sets: 3,
  rpe: 7,
  seconds: 30,
  compound: { min: 8, max: 12 },
  isolation: { min: 10, max: 15 },
} as const

function firstDose({ tracking, mechanic, category, unilateral }: Candidate, why: string): Dose {
  const reps: RepRange = mechanic === 'isolation' || category === 'core' ? novice.isolation : novice.compound
  const set: PrescribedSet = {
    type: 'normal',
    ...(tracking === 'duration' ? { durationSeconds: novice.seconds } : { reps, rpe: novice.rpe }),
    ...(unilateral ? { side: 'both' as const } : {}),
  }
  return { sets: Array.from({ length: novice.sets }, () => set), warmUps: [], reasons: [why], fewest: 2 }
}

/**
 * The next sets of an exercise: what its progression says, lighter after a break when that offers a deload.
 * One without enough in the log is given sets without a weight.
 */
export function doseOf(candidate: Candidate, state: AthleteState): Dose {
  if (!state.familiar.has(candidate.id)) {
    const weight = candidate.tracking === 'weight_reps' ? 'find a weight that leaves' : 'stop with'
    return firstDose(candidate, `You haven’t done it lately: ${weight} three reps in reserve.`)
  }
  const next = state.progressionOf(candidate.id)
  if (next?.status !== 'prescription')
    return firstDose(candidate, next?.reasons[0] ?? 'Nothing tells yet what comes next of it.')
  const { rule, deload } = next
  // Those with a fixed number of sets would count a shorter workout as missed.
  const fewest = rule.startsWith('double.') ? Math.min(2, next.sets.length) : next.sets.length
  if (deload?.cause === 'break')
    return { sets: deload.sets, warmUps: next.warmUps, reasons: [deload.text], rule, fewest }
  return { sets: next.sets, warmUps: next.warmUps, reasons: next.reasons, rule, fewest }
}
