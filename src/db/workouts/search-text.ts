import { foldText, spellOutUmlauts } from '#lib/fold.ts'

/** The parts of a workout that `q` searches. */
export interface WorkoutTexts {
  readonly name?: string | null | undefined
  readonly notes?: string | null | undefined
  readonly exercises: readonly {
    readonly notes?: string | null | undefined
    readonly sets: readonly { readonly notes?: string | null | undefined }[]
  }[]
}

/**
 * The text that `q` searches: the name and all notes, each folded on its own line, and again with umlauts
 * spelled out.
 */
export function workoutSearchText({ name, notes, exercises }: WorkoutTexts): string {
  const lines = new Set<string>()
  addLines(lines, name)
  addLines(lines, notes)
  for (const exercise of exercises) {
    addLines(lines, exercise.notes)
    for (const set of exercise.sets) addLines(lines, set.notes)
  }
  lines.delete('')
  return [...lines].join('\n')
}

function addLines(lines: Set<string>, text: string | null | undefined): void {
  if (text === undefined || text === null) return
  lines.add(foldedLine(text))
  const spelledOut = spellOutUmlauts(text)
  if (spelledOut !== undefined) lines.add(foldedLine(spelledOut))
}

/** A search text in the form of {@link workoutSearchText}; one of its lines must contain it. */
export function workoutSearchPhrase(q: string): string {
  return foldedLine(q)
}

function foldedLine(text: string): string {
  return foldText(text).replace(/\s+/gu, ' ').trim()
}
