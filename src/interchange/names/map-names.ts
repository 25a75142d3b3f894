import type { NameableExercise } from '#catalogue/names/exercise-names.ts'
import type { NameLookup } from '#catalogue/names/name-lookup.ts'
import { type NearMatch, nearMatch } from '#catalogue/names/near-match.ts'
import { exerciseNameKey } from '../identity.ts'
import type { FileExercise, NameMapping } from '../model.ts'
import { candidatesFor } from './candidates.ts'
import { customDraft } from './custom-draft.ts'
import { withoutLabels } from './labels.ts'
import { translationsOf } from './translate.ts'

/** The exercises that the user has assigned to names, by the name's `exerciseNameKey`. */
export type RememberedNames = ReadonlyMap<string, string>

/**
 * Maps each name of a file to an exercise: the user's earlier choice, the exercise with that name in any spelling, a
 * near match, or else a custom exercise to create. Names that become the same custom exercise share a key and the draft
 * of the first name.
 */
export function mapNames(
  exercises: readonly FileExercise[],
  names: NameLookup,
  remembered: RememberedNames = new Map(),
): ReadonlyMap<string, NameMapping> {
  return new Map(mappedNames(exercises, names, remembered))
}

/** Like {@link mapNames}, but lazily, since each name takes up to a millisecond. */
export function* mappedNames(
  exercises: readonly FileExercise[],
  names: NameLookup,
  remembered: RememberedNames,
): Generator<readonly [name: string, mapping: NameMapping]> {
  const drafts = new Map<string, NameMapping>()
  for (const exercise of exercises) {
    const { name } = exercise
    const knownMapping = knownExercise(exercise, names, remembered)
    const key = exerciseNameKey(name)
    const mapping = knownMapping ?? drafts.get(key) ?? customMapping(exercise, key, names)
    if (!knownMapping) drafts.set(key, mapping)
    yield [name, mapping]
  }
}

function customMapping(exercise: FileExercise, key: string, names: NameLookup): NameMapping {
  const near = candidatesFor(exercise.name, names).map(({ id }) => id)
  return { kind: 'custom', key, draft: customDraft(exercise), candidates: near }
}

function knownExercise(
  fileExercise: FileExercise,
  names: NameLookup,
  remembered: RememberedNames,
): NameMapping | undefined {
  const chosen = remembered.get(exerciseNameKey(fileExercise.name))
  if (chosen !== undefined) return { kind: 'known', exerciseId: chosen, certainty: 'remembered', score: 1 }
  const exact = names.find(fileExercise.name)
  if (exact && isPossible(fileExercise, exact.exercise))
    return { kind: 'known', exerciseId: exact.exercise.id, certainty: exact.by, score: 1 }
  const near = rewrittenMatch(fileExercise.name, names) ?? nearMatch(fileExercise.name, names)
  if (!near || !isPossible(fileExercise, near.exercise)) return undefined
  return { kind: 'known', exerciseId: near.exercise.id, certainty: 'score', score: near.score }
}

/** Whether the logged sets are plausible for the exercise: nobody stretches with weights. */
function isPossible({ name, weighted }: FileExercise, exercise: NameableExercise): boolean {
  return weighted === 0 || /stretch/i.test(name) || !/stretch/i.test(exercise.name)
}

/** The score of a match for a name that was rewritten first. */
const rewrittenScore = 0.9

/** A match for the name without labels, or translated to English. */
function rewrittenMatch(name: string, names: NameLookup): NearMatch | undefined {
  const plain = withoutLabels(name)
  const rewritten = [...(plain === undefined ? [] : [plain]), ...translationsOf(plain ?? name)]
  for (const text of rewritten) {
    const exact = names.find(text)
    if (exact) return { exercise: exact.exercise, score: rewrittenScore }
    const near = nearMatch(text, names)
    if (near) return { exercise: near.exercise, score: Math.min(near.score, rewrittenScore) }
  }
  const translated = names.translated.find(plain ?? name)
  return translated && { exercise: translated.exercise, score: rewrittenScore }
}
