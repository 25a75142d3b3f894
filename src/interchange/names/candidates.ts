import type { NameableExercise } from '#catalogue/names/exercise-names.ts'
import type { NameLookup } from '#catalogue/names/name-lookup.ts'
import { nameWords } from '#catalogue/names/name-words.ts'

/** The maximum number of candidates to offer. */
const maxCandidates = 5

/**
 * Exercises that a vague name may mean: those whose name contains all of its words, closest first. A `Cable
 * Kickback` may train the triceps or the glutes.
 */
export function candidatesFor(name: string, names: NameLookup): readonly NameableExercise[] {
  const words = [...new Set(nameWords(name))]
  const additionalWords = new Map<NameableExercise, number>()
  for (const { exercise, words: exerciseWords } of names.withWords(words)) {
    const additional = exerciseWords.size - words.length
    additionalWords.set(exercise, Math.min(additional, additionalWords.get(exercise) ?? additional))
  }
  return [...additionalWords]
    .toSorted(([a, countA], [b, countB]) => countA - countB || (a.id < b.id ? -1 : 1))
    .slice(0, maxCandidates)
    .map(([exercise]) => exercise)
}
