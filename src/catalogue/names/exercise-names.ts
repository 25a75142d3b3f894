import { foldSpaces } from '#lib/fold.ts'
import type { Equipment } from '../vocabulary.ts'
import { nameKey, nameWords } from './name-words.ts'

/** An exercise that a name may mean: a built-in one, or one of the user's own. */
export interface NameableExercise {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly equipment: Equipment
  readonly source: 'builtin' | 'custom'
}

/** The names of an exercise. */
export interface FoundName {
  readonly exercise: NameableExercise
  readonly by: 'exact' | 'alias' | 'normal'
}

function ownFirst(exercises: Iterable<NameableExercise>): NameableExercise[] {
  const all = [...exercises]
  const own = all.filter(({ source }) => source === 'custom')
  return [...own, ...all.filter(({ source }) => source === 'builtin')]
}

/** A name of an exercise in its normal form. */
interface NameInWords {
  readonly exercise: NameableExercise
  readonly words: ReadonlySet<string>
}

/**
 * Looks exercises up by name, in any spelling. The user's own take precedence over built-in ones; of two
 * exercises with one name the first keeps it.
 */
export class ExerciseNames {
  /** Every word of every name in its normal form. */
  readonly words: ReadonlySet<string>
  readonly #words = new Set<string>()
  readonly #byWord = new Map<string, NameInWords[]>()
  readonly #byText = new Map<string, FoundName>()
  readonly #byKey = new Map<string, FoundName>()

  constructor(exercises: Iterable<NameableExercise> = []) {
    this.words = this.#words
    for (const exercise of ownFirst(exercises)) this.#enter(exercise)
  }

  /** The same, built in turns, with `pause` between exercises. */
  static async of(
    exercises: Iterable<NameableExercise>,
    pause: () => Promise<void> | undefined,
  ): Promise<ExerciseNames> {
    const names = new ExerciseNames()
    for (const exercise of ownFirst(exercises)) {
      names.#enter(exercise)
      await pause()
    }
    return names
  }

  #enter(exercise: NameableExercise): void {
    this.#add(exercise, exercise.name, 'exact')
    for (const alias of exercise.aliases) this.#add(exercise, alias, 'alias')
    if (exercise.source === 'builtin') this.#add(exercise, exercise.id, 'normal')
    for (const name of [exercise.name, ...exercise.aliases])
      for (const word of nameWords(name)) this.#words.add(word)
  }

  #add(exercise: NameableExercise, name: string, by: FoundName['by']): void {
    const text = foldSpaces(name)
    if (!this.#byText.has(text)) this.#byText.set(text, { exercise, by })
    const key = nameKey(name)
    if (key === '' || this.#byKey.has(key)) return
    this.#byKey.set(key, { exercise, by: 'normal' })
    const entry = { exercise, words: new Set(key.split(' ')) }
    for (const word of entry.words) {
      const there = this.#byWord.get(word)
      if (there) there.push(entry)
      else this.#byWord.set(word, [entry])
    }
  }

  /** The exercise with exactly this name, or the same in another spelling. */
  find(name: string): FoundName | undefined {
    return this.#byText.get(foldSpaces(name)) ?? this.#byKey.get(nameKey(name))
  }

  /** The names that have all of these words, in their normal form, and maybe more. */
  withWords(words: readonly string[]): readonly NameInWords[] {
    const lists = words.map((word) => this.#byWord.get(word) ?? [])
    const [rarest = []] = lists.toSorted((a, b) => a.length - b.length)
    return rarest.filter((entry) => words.every((word) => entry.words.has(word)))
  }

  /** The exercise with these words, in their normal form and in any order. */
  findWords(words: readonly string[]): NameableExercise | undefined {
    return this.#byKey.get([...new Set(words)].sort().join(' '))?.exercise
  }
}
