import type { Method } from '../method.ts'
import type { Muscle } from '../types.ts'

/** Hours to recover from a stimulus of 6, by the rows of training.md part 4. */
const arms = 48
const torso = 60
const thighs = 72
const small = 36

/**
 * Hours to recover from a stimulus of 6 fractional sets. training.md names arms, delts and traps (48), chest
 * and back (60), quads, hamstrings, glutes and adductors (72), calves, abs, obliques and forearms (36). The
 * others take the time of those that they work with: neck and rotator cuff of the delts and traps, serratus
 * of the chest, lower back of the back (Belcher 2019 found little after deadlifts), abductors of the glutes,
 * hip flexors of the abs, tibialis of the calves.
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

/** How uncertain the time to recover is, as a share of it: people differ at least by so much. */
export const recoveryBand = 0.25

/** Fatigue from which a muscle is no longer `recovered`, and from which it is `fatigued`. */
export const stateThresholds = { recovering: 20, fatigued: 60 } as const

/** The method of fatigue and readiness. */
export const fatigueMethod: Method<'fatigue.linear-decay'> = {
  id: 'fatigue.linear-decay',
  parameters: { baseStimulus, band: recoveryBand, ...stateThresholds },
}

/** Hours until nothing is left of a stimulus: `base × √(s / 6)`. */
export const recoveryHours = (muscle: Muscle, stimulus: number): number =>
  recoveryBaseHours[muscle] * Math.sqrt(stimulus / baseStimulus)

/** What a stimulus begins with, 0 to under 100: `100 × (1 − e^(−s/6))`. */
export const initialFatigue = (stimulus: number): number => 100 * (1 - Math.exp(-stimulus / baseStimulus))

/** What is left of it after `hours`: `initial × max(0, 1 − hours / recoveryHours)`. */
export const fatigueLeft = (initial: number, recovery: number, hours: number): number =>
  recovery > 0 ? initial * Math.max(0, 1 - hours / recovery) : 0
