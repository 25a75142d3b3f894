import { splitBrackets } from '#catalogue/names/equipment-words.ts'

/**
 * The name of an exercise in Strong and Hevy: the first of its names with the equipment in parentheses, `Bench Press
 * (Barbell)`, or its own name if none has. `ExerciseNames` recognizes either.
 */
export function bracketedName({
  name,
  aliases,
}: {
  readonly name: string
  readonly aliases: readonly string[]
}): string {
  return [name, ...aliases].find((text) => splitBrackets(text)?.equipment !== undefined) ?? name
}
