import type { Method } from '../method.ts'
import type { Muscle } from '../types.ts'

/** Hours to recover from a stimulus of 6, by group of muscles. */
const arms = 48
const torso = 60
const thighs = 72
const small = 36

/**
 * Hours to recover from a stimulus of 6 fractional sets: arms, delts and traps 48, chest and back 60, quads,
 * hamstrings, glutes and adductors 72, calves, abs, obliques and forearms 36. The others take as long as the
 * muscles they work together with: neck and rotator cuff as delts and traps, serratus as chest, lower back as
 * back (Belcher 2019 found little after deadlifts), abductors as glutes, hip flexors as abs, tibialis as
 * calves.
 */
export const recoveryBaseHours = {
  neck: arms,
  traps: arms,
  front_delts: arms,
  side_delts: arms,
  rear_delts: arms,
  rotator_cuff: arms,
  chest: torso,
  serratus: torso,
  upper_back: torso,
  lats: torso,
  lower_back: torso,
  biceps: arms,
  triceps: arms,
  forearms: small,
  abs: small,
  obliques: small,
  hip_flexors: small,
  glutes: thighs,
  abductors: thighs,
  adductors: thighs,
  quads: thighs,
  hamstrings: thighs,
  calves: small,
  tibialis: small,
} as const satisfies Record<Muscle, number>

/** The stimulus that the base hours are for. */
const baseStimulus = 6

/** The uncertainty of the recovery time, as a share of it: people differ at least this much. */
export const recoveryBand = 0.25

/** The fatigue from which a muscle is no longer `recovered`, and from which it is `fatigued`. */
export const stateThresholds = { recovering: 20, fatigued: 60 } as const

/** The method of fatigue and readiness. */
export const fatigueMethod: Method<'fatigue.linear-decay'> = {
  id: 'fatigue.linear-decay',
  parameters: { baseStimulus, band: recoveryBand, ...stateThresholds },
}

/** Hours until the fatigue from a stimulus is gone: `base × √(s / 6)`. */
export const recoveryHours = (muscle: Muscle, stimulus: number): number =>
  recoveryBaseHours[muscle] * Math.sqrt(stimulus / baseStimulus)

/** The initial fatigue of a stimulus, 0 to under 100: `100 × (1 − e^(−s/6))`. */
export const initialFatigue = (stimulus: number): number => 100 * (1 - Math.exp(-stimulus / baseStimulus))

/** The fatigue left after `hours`: `initial × max(0, 1 − hours / recoveryHours)`. */
export const fatigueLeft = (initial: number, recovery: number, hours: number): number =>
  recovery > 0 ? initial * Math.max(0, 1 - hours / recovery) : 0
