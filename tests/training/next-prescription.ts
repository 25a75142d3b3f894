import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { Prescription, Progression, ProgressionInput } from '#training/progression/types.ts'

function prescription(progression: Progression): Prescription {
  if (progression.status !== 'prescription') throw new Error(progression.reasons.join())
  return progression
}

/** Double progression with the range that most tests use. */
export const doubleProgression = { scheme: 'double', minReps: 8, maxReps: 12 } as const satisfies Scheme

/** The next prescription. Throws if there is none for the input. */
export const nextPrescription = (input: ProgressionInput) => prescription(progressionOf(input))
