import type { Muscle } from '../types.ts'

/** Hours to recover from a stimulus of 6, by group of muscles. */
const armsAndShoulders = 48
const chestAndBack = 60
const hipsAndThighs = 72
const smallMuscles = 36

/**
 * Hours to recover from a stimulus of 6 fractional sets: arms, delts and traps 48, chest and back 60, quads,
 * hamstrings, glutes and adductors 72, calves, abs, obliques and forearms 36. The remaining muscles take as long as
 * those that they work together with: neck and rotator cuff as long as delts and traps, serratus as chest, lower back
 * as back (Belcher 2019 found little fatigue after deadlifts), abductors as glutes, hip flexors as abs, and tibialis as
 * calves.
 */
export const recoveryBaseHours = {
  neck: armsAndShoulders,
  traps: armsAndShoulders,
  front_delts: armsAndShoulders,
  side_delts: armsAndShoulders,
  rear_delts: armsAndShoulders,
  rotator_cuff: armsAndShoulders,
  chest: chestAndBack,
  serratus: chestAndBack,
  upper_back: chestAndBack,
  lats: chestAndBack,
  lower_back: chestAndBack,
  biceps: armsAndShoulders,
  triceps: armsAndShoulders,
  forearms: smallMuscles,
  abs: smallMuscles,
  obliques: smallMuscles,
  hip_flexors: smallMuscles,
  glutes: hipsAndThighs,
  abductors: hipsAndThighs,
  adductors: hipsAndThighs,
  quads: hipsAndThighs,
  hamstrings: hipsAndThighs,
  calves: smallMuscles,
  tibialis: smallMuscles,
} as const satisfies Record<Muscle, number>

/** The stimulus that the base hours are for. */
export const baseStimulus = 6

/** The uncertainty of the recovery time, as a share of it. People differ by at least this much. */
export const recoveryBand = 0.25

/** The fatigue at which a muscle is no longer `recovered`, and at which it is `fatigued`. */
export const stateThresholds = { recovering: 20, fatigued: 60 } as const

/** Hours until the fatigue from a stimulus is gone: `base × √(s / 6)`. */
export const recoveryHours = (muscle: Muscle, stimulus: number): number =>
  recoveryBaseHours[muscle] * Math.sqrt(stimulus / baseStimulus)

/** The initial fatigue of a stimulus, 0 to under 100: `100 × (1 − e^(−s/6))`. */
export const initialFatigue = (stimulus: number): number => 100 * (1 - Math.exp(-stimulus / baseStimulus))

/** The fatigue left after `hours`: `initial × max(0, 1 − hours / recoveryHours)`. */
export const fatigueLeft = (initial: number, recovery: number, hours: number): number =>
  recovery > 0 ? initial * Math.max(0, 1 - hours / recovery) : 0
