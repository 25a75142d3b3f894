import type { ExerciseNames, NameableExercise } from '#catalogue/names/exercise-names.ts'
import { nameWords } from '#catalogue/names/name-words.ts'

/** How many candidates are offered. */
const maxCandidates = 5

/**
 * Exercises that a vague name may mean: those with a name that contains all of its words, closest first. A `Cable
 * Kickback` may be for the triceps or for the glutes.
 */
export function candidates(name: string, names: ExerciseNames): readonly NameableExercise[] {
  const words = [...new Set(nameWords(name))]
  const nearest = new Map<NameableExercise, number>()
  for (const { exercise, words: theirs } of names.withWords(words)) {
    const more = theirs.size - words.length
    nearest.set(exercise, Math.min(more, nearest.get(exercise) ?? more))
  }
  return [...nearest]
    .toSorted(([a, more], [b, other]) => more - other || (a.id < b.id ? -1 : 1))
    .slice(0, maxCandidates)
    .map(([exercise]) => exercise)
}
