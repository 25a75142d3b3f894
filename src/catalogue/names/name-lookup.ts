import type { ExerciseNames, FoundName, NameableExercise, NameInWords } from './exercise-names.ts'
import type { NearWord } from './known-words.ts'

/** What mapping a name to one exercise needs to look up. See {@link ExerciseNames}. */
export interface NameLookup {
  readonly words: Pick<ReadonlySet<string>, 'has'>
  readonly knownWords: {
    near(typed: string, maxEdits: number): Iterable<NearWord>
  }
  readonly translated: Pick<ExerciseNames, 'find'>
  find(name: string): FoundName | undefined
  findWords(words: readonly string[]): NameableExercise | undefined
  withWords(words: readonly string[]): readonly NameInWords[]
}

/**
 * Looks names up among a user's own exercises and the built-in ones, as one index of both would. Building an index of
 * all built-in exercises for each user would take a tenth of a second.
 */
export function lookupIn(own: ExerciseNames, builtIn: ExerciseNames): NameLookup {
  return {
    words: { has: (word) => own.words.has(word) || builtIn.words.has(word) },
    knownWords: {
      *near(typed, maxEdits) {
        yield* own.knownWords.near(typed, maxEdits)
        for (const candidate of builtIn.knownWords.near(typed, maxEdits))
          if (own.knownWords.get(candidate.text) === undefined) yield candidate
      },
    },
    // Only built-in exercises have translations.
    translated: builtIn.translated,
    find: (name) =>
      own.findExactly(name) ??
      builtIn.findExactly(name) ??
      own.findSpelled(name) ??
      builtIn.findSpelled(name),
    findWords: (words) => own.findWords(words) ?? builtIn.findWords(words),
    withWords: (words) => [...own.withWords(words), ...builtIn.withWords(words)],
  }
}
