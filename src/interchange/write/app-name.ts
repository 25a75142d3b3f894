import { bracketed } from '../names/equipment-words.ts'

/**
 * What Strong and Hevy call an exercise: of its names, the first with its equipment in brackets, `Bench Press (Barbell)`; or its own name,
 * when none has. Either is found again by `ExerciseNames`.
 */
export function bracketedName({
  name,
  aliases,
}: {
  readonly name: string
  readonly aliases: readonly string[]
}): string {
  return [name, ...aliases].find((text) => bracketed(text)?.equipment !== undefined) ?? name
}
