import type { Schemas } from '#generated/types.ts'

/**
 * Where in a workout the server found a problem, in words: `Barbell Row, set 2, reps` for `/exercises/1/sets/1/reps`.
 * Other pointers stay as they are.
 */
export function placeIn(
  exercises: readonly Pick<Schemas['WorkoutExercise'], 'exerciseId'>[],
  pointer: string,
  nameOf: (exerciseId: string) => string,
): string {
  const [, index, set, field = ''] = /^\/exercises\/(\d+)(?:\/sets\/(\d+))?\/?(\w*)/.exec(pointer) ?? []
  const exercise = exercises[Number(index)]
  if (!exercise) return pointer
  return [nameOf(exercise.exerciseId), set && `set ${Number(set) + 1}`, field].filter(Boolean).join(', ')
}
