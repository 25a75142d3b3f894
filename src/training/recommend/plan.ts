import { engagementRole, setShare } from '../engagement.ts'
import { recoveryBaseHours } from '../fatigue/recovery.ts'
import { effortFactor } from '../fatigue/stimulus.ts'
import type { PrescribedSet } from '../progression/types.ts'
import type { Muscle } from '../types.ts'
import { primaryMuscles } from './candidates.ts'
import { exerciseSeconds } from './duration.ts'
import type { Dose } from './prescribe.ts'
import type { Candidate } from './types.ts'

/** An exercise with its sets. */
export interface Choice {
  readonly candidate: Candidate
  readonly dose: Dose
  /** The sets of the dose that fit. */
  readonly sets: readonly PrescribedSet[]
  readonly restSeconds: number
  readonly reasons: readonly string[]
}

/** The contribution of sets to a muscle: fractional sets, and fractional sets weighted by effort. */
export interface Share {
  readonly muscle: Muscle
  readonly primary: boolean
  readonly sets: number
  readonly stimulus: number
}

/**
 * The contributions of an exercise's sets to its primary and secondary muscles. A set of both sides counts once.
 */
export function sharesOf({ engagement }: Candidate, sets: readonly PrescribedSet[]): Share[] {
  const working = sets.filter(({ type }) => type !== 'warmup')
  const count = working.length
  const effort = working.reduce((sum, set) => sum + effortFactor(set), 0)
  return engagement.flatMap(({ muscle, percent }) => {
    const role = engagementRole(percent)
    const share = setShare.fractional[role]
    return share > 0
      ? [{ muscle, primary: role === 'primary', sets: share * count, stimulus: share * effort }]
      : []
  })
}

/** A proxy for how much muscle an exercise trains: the recovery hours of its primary muscles. */
const muscleMass = (candidate: Candidate) =>
  primaryMuscles(candidate).reduce((sum, muscle) => sum + recoveryBaseHours[muscle], 0)

const skill = { advanced: 0, intermediate: 1, beginner: 2 } as const

/**
 * Compound lifts first, and the core, which stabilizes them, last; within those, requested muscles first, then squats
 * before hinges before the rest, known before new, higher skill before lower, and more muscle before less (ACSM 2009;
 * Simão 2012: what comes first gains most). Ties are broken by id.
 */
function inOrder(choices: readonly Choice[], focus: readonly Muscle[]): Choice[] {
  const focusRank = ({ candidate }: Choice) =>
    primaryMuscles(candidate).some((muscle) => focus.includes(muscle)) ? 0 : 1
  const kindRank = ({ candidate: { category, mechanic } }: Choice) =>
    category === 'core' ? 2 : mechanic === 'isolation' ? 1 : 0
  const legRank = ({ candidate: { pattern } }: Choice) =>
    pattern === 'squat' ? 0 : pattern === 'hinge' ? 1 : 2
  const noveltyRank = ({ dose }: Choice) => (dose.rule === undefined ? 1 : 0)
  const skillRank = ({ candidate: { difficulty } }: Choice) => skill[difficulty ?? 'intermediate']
  return choices.toSorted(
    (a, b) =>
      kindRank(a) - kindRank(b) ||
      focusRank(a) - focusRank(b) ||
      legRank(a) - legRank(b) ||
      noveltyRank(a) - noveltyRank(b) ||
      skillRank(a) - skillRank(b) ||
      muscleMass(b.candidate) - muscleMass(a.candidate) ||
      (a.candidate.id < b.candidate.id ? -1 : 1),
  )
}

/** An exercise at its place in the workout. */
export interface PlacedChoice extends Choice {
  readonly warmUps: readonly PrescribedSet[]
  readonly seconds: number
}

/**
 * The choices in the order of the workout. Only compound lifts with a cold primary muscle get warm-ups.
 */
export function placeChoices(choices: readonly Choice[], focus: readonly Muscle[]): PlacedChoice[] {
  const warm = new Set<Muscle>()
  return inOrder(choices, focus).map((choice) => {
    const muscles = primaryMuscles(choice.candidate)
    const isCold = choice.candidate.mechanic !== 'isolation' && muscles.some((muscle) => !warm.has(muscle))
    for (const muscle of muscles) warm.add(muscle)
    const warmUps = isCold ? choice.dose.warmUps : []
    return { ...choice, warmUps, seconds: exerciseSeconds(warmUps, choice.sets, choice.restSeconds) }
  })
}

/** The estimated time of the workout, in seconds. */
export const planSeconds = (choices: readonly PlacedChoice[]): number =>
  choices.reduce((sum, { seconds }) => sum + seconds, 0)
