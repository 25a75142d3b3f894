import { memoryProgression } from './memory.ts'
import { ruleBasedProgression } from './rule-based.ts'
import { defaultScheme } from './schemes.ts'
import type { Progression, ProgressionInput } from './types.ts'

/**
 * The next prescription of an exercise. The state of its scheme follows from the workouts alone, so an edited or
 * deleted workout changes it immediately. Workouts after `now` are ignored. If the log doesn't contain enough, the
 * result is `insufficient_data` rather than a guess. Every weight is loadable: with the user's plates, or in the
 * usual steps, or because it was lifted before.
 */
export function progressionOf(input: ProgressionInput): Progression {
  const { scheme = defaultScheme } = input
  return scheme.scheme === 'memory' ? memoryProgression(input, scheme) : ruleBasedProgression(input, scheme)
}
