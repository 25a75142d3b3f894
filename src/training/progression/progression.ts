import { memoryProgression } from './memory.ts'
import { ruledProgression } from './ruled.ts'
import { defaultScheme } from './schemes.ts'
import type { Progression, ProgressionInput } from './types.ts'

/**
 * What to do next for an exercise: the state of its scheme follows from the workouts alone, so an edited or
 * deleted workout changes it at once. Workouts after `now` are ignored. `insufficient_data` rather than a
 * guess if the log doesn't contain enough. Every weight is loadable: with the user's plates, or in the usual
 * steps, or because it was lifted before.
 */
export function progressionOf(input: ProgressionInput): Progression {
  const { scheme = defaultScheme } = input
  return scheme.scheme === 'memory' ? memoryProgression(input, scheme) : ruledProgression(input, scheme)
}
