import type { Candidate } from './types.ts'

/** A basic movement: bending the knees, bending the hips, a push, a pull. */
export type Movement = 'knee' | 'hip' | 'push' | 'pull'

/**
 * The movements that make up a workout first, especially a short one (Iversen et al. 2021, Sports Med 51,
 * 2079–2095), by the patterns of the catalogue.
 */
const movements: Partial<Record<NonNullable<Candidate['pattern']>, Movement>> = {
  squat: 'knee',
  lunge: 'knee',
  hinge: 'hip',
  hip_extension: 'hip',
  horizontal_push: 'push',
  vertical_push: 'push',
  horizontal_pull: 'pull',
  vertical_pull: 'pull',
}

/** The basic movement of an exercise, if it is one. */
export const movementOf = ({ pattern }: Candidate): Movement | undefined =>
  pattern ? movements[pattern] : undefined
