import type { ExerciseNames } from '#catalogue/names/exercise-names.ts'
import { nearMatch } from '#catalogue/names/near-match.ts'
import { exerciseNameKey } from '../identity.ts'
import type { NameMapping, SeenExercise } from '../model.ts'
import { candidates } from './candidates.ts'
import { customDraft } from './custom-draft.ts'

/** The exercises that the user has assigned to names, by the name's `exerciseNameKey`. */
export type RememberedNames = ReadonlyMap<string, string>

/**
 * What each name of a file means: what the user has said before, the exercise with that name in any spelling,
 * a near match, or else a custom exercise to create. Names that become the same custom exercise have the same
 * key, and the draft of the first.
 */
export function mapNames(
  seen: readonly SeenExercise[],
  names: ExerciseNames,
  remembered: RememberedNames = new Map(),
): ReadonlyMap<string, NameMapping> {
  return new Map(mappedNames(seen, names, remembered))
}

/** The same one by one, as each takes up to a millisecond. */
export function* mappedNames(
  seen: readonly SeenExercise[],
  names: ExerciseNames,
  remembered: RememberedNames,
): Generator<readonly [name: string, mapping: NameMapping]> {
  const drafts = new Map<string, NameMapping>()
  for (const exercise of seen) {
    const { name } = exercise
    const known = knownExercise(name, names, remembered)
    const key = exerciseNameKey(name)
    const mapping = known ?? drafts.get(key) ?? customMapping(exercise, key, names)
    if (!known) drafts.set(key, mapping)
    yield [name, mapping]
  }
}

function customMapping(exercise: SeenExercise, key: string, names: ExerciseNames): NameMapping {
  const near = candidates(exercise.name, names).map(({ id }) => id)
  return { kind: 'custom', key, draft: customDraft(exercise), candidates: near }
}

function knownExercise(
  name: string,
  names: ExerciseNames,
  remembered: RememberedNames,
): NameMapping | undefined {
  const said = remembered.get(exerciseNameKey(name))
  if (said !== undefined) return { kind: 'known', exerciseId: said, certainty: 'remembered', score: 1 }
  const found = names.find(name)
  if (found) return { kind: 'known', exerciseId: found.exercise.id, certainty: found.by, score: 1 }
  const near = nearMatch(name, names)
  return near && { kind: 'known', exerciseId: near.exercise.id, certainty: 'score', score: near.score }
}
