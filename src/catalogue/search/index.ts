/**
 * `replog/search`: the search of `GET /api/exercises?q=`, for a browser that has the exercises. The same names give
 * the same results.
 *
 *     const names = new ExerciseNames(exercises)
 *     searchExercises([names], 'benhc').map(({ exercise }) => exercise.name)
 */
export { ExerciseNames, type NameableExercise } from '../names/exercise-names.ts'
export { type SearchMatch, searchExercises } from './search.ts'
