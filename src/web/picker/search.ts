import { ExerciseNames, type NameableExercise, searchExercises } from '#catalogue/search/index.ts'

/** The search of the server over these exercises: the ids of what a text may mean, best first. */
export function searchOf(
  builtIn: readonly NameableExercise[],
  own: readonly NameableExercise[],
): (q: string, used: readonly string[]) => readonly string[] {
  const layers = [new ExerciseNames(builtIn), new ExerciseNames(own)]
  return (q, used) => searchExercises(layers, q, used).map(({ exercise }) => exercise.id)
}
