import type { Schemas } from '#generated/types.ts'

type Exercise = Pick<Schemas['WorkoutExercise'], 'exerciseId'> & {
  readonly sets?: readonly Pick<Schemas['WorkoutSet'], 'id'>[]
}

const parse = (pointer: string) => {
  const [, exercise, set, field = ''] = /^\/exercises\/(\d+)(?:\/sets\/(\d+))?\/?(\w*)/.exec(pointer) ?? []
  return { exercise: Number(exercise), set, field }
}

/**
 * Where in a workout the server found a problem, in words: `Barbell Row, set 2, reps` for `/exercises/1/sets/1/reps`.
 * Other pointers stay as they are.
 */
export function placeIn(
  exercises: readonly Exercise[],
  pointer: string,
  nameOf: (exerciseId: string) => string,
): string {
  const { exercise: index, set, field } = parse(pointer)
  const exercise = exercises[index]
  if (!exercise) return pointer
  return [nameOf(exercise.exerciseId), set && `set ${Number(set) + 1}`, field].filter(Boolean).join(', ')
}

/** The query that makes the editor mark the value at a pointer: `?set=…&field=reps`; empty if it isn't in a set. */
export function queryFor(exercises: readonly Exercise[], pointer: string): string {
  const { exercise, set, field } = parse(pointer)
  const id = exercises[exercise]?.sets?.[Number(set)]?.id
  return id === undefined ? '' : `?set=${id}&field=${field}`
}
