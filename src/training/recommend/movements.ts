import { engagementRole } from '../engagement.ts'
import type { Candidate } from './types.ts'

/** A basic movement: bending the knees, bending the hips, a push, a pull. */
export type Movement = 'knee' | 'hip' | 'push' | 'pull'

/**
 * The movements that a workout covers first, especially a short one (Iversen et al. 2021, Sports Med 51,
 * 2079–2095), by movement pattern.
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

const back: ReadonlySet<string> = new Set(['lats', 'upper_back'])

/**
 * The basic movement of an exercise, if it has one: a pull that doesn't train the back, such as a face pull, has none.
 */
export function movementOf({ pattern, engagement }: Candidate): Movement | undefined {
  const movement = pattern ? movements[pattern] : undefined
  if (movement !== 'pull') return movement
  const isForBack = engagement.some(
    ({ muscle, percent }) => back.has(muscle) && engagementRole(percent) === 'primary',
  )
  return isForBack ? movement : undefined
}
