import { foldSpaces, spellOutUmlauts } from '#lib/fold.ts'
import type { Equipment } from '../vocabulary.ts'
import { equipmentNameWords } from './equipment-words.ts'
import { KnownWords } from './known-words.ts'
import { nameKey, normalWords, plainWords, withoutDirections } from './name-words.ts'
import { isUnspaced } from './unspaced.ts'

/** An exercise that a name may mean: a built-in one, or one of the user's own. */
export interface NameableExercise {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Its names in other languages. */
  readonly translations?: readonly { readonly name: string }[] | undefined
  readonly equipment: Equipment
  readonly source: 'builtin' | 'custom'
}

/** An exercise found by a name, and what the name matched. */
export interface FoundName {
  readonly exercise: NameableExercise
  readonly by: 'exact' | 'alias' | 'normal'
}

function customFirst(exercises: Iterable<NameableExercise>): NameableExercise[] {
  const all = [...exercises]
  const custom = all.filter(({ source }) => source === 'custom')
  return [...custom, ...all.filter(({ source }) => source === 'builtin')]
}

/** A name of an exercise in its normal form. */
export interface NameInWords {
  readonly exercise: NameableExercise
  /** The sequence as one string, separated by spaces. */
  readonly text: string
  /** The words in order; a direction (`low>high`) is two words. */
  readonly sequence: readonly string[]
  readonly words: ReadonlySet<string>
  /** The sequence without the words of the exercise's equipment. */
  readonly head: readonly string[]
  readonly isAlias: boolean
}

/** A name with words of a script that doesn't separate them. */
export interface UnspacedName {
  readonly name: NameInWords
  /** Without spaces. */
  readonly text: string
}

/**
 * Looks up exercises by name in any spelling: an import needs the one exercise that a name means, a search all that it
 * may mean. The user's own exercises take precedence over built-in ones; if two have the same name, the first one wins.
 */
export class ExerciseNames {
  /** Every word of every name in its normal form. */
  readonly words: ReadonlySet<string>
  /** The words that a misspelled or unfinished one may mean. */
  readonly knownWords = new KnownWords()
  readonly exercises: readonly NameableExercise[]
  readonly #exercises: NameableExercise[] = []
  readonly #words = new Set<string>()
  readonly #byWord = new Map<string, NameInWords[]>()
  readonly #byText = new Map<string, FoundName>()
  readonly #byKey = new Map<string, FoundName>()
  readonly #unspaced: UnspacedName[] = []
  readonly #byExercise = new Map<NameableExercise, NameInWords[]>()
  #sortedWords: readonly string[] | undefined
  #translated: ExerciseNames | undefined

  constructor(exercises: Iterable<NameableExercise> = []) {
    this.words = this.#words
    this.exercises = this.#exercises
    for (const exercise of customFirst(exercises)) this.#addExercise(exercise)
  }

  /** Builds an index asynchronously, calling `pause` between exercises. */
  static async build(
    exercises: Iterable<NameableExercise>,
    pause: () => Promise<void> | undefined,
  ): Promise<ExerciseNames> {
    const names = new ExerciseNames()
    for (const exercise of customFirst(exercises)) {
      names.#addExercise(exercise)
      await pause()
    }
    return names
  }

  /**
   * The same exercises by their names in other languages, indexed on first use. A separate index, so that no English
   * name or typing error is mistaken for a foreign name.
   */
  get translated(): ExerciseNames {
    if (this.#translated) return this.#translated
    const names = new ExerciseNames()
    for (const exercise of this.#exercises)
      for (const { name } of exercise.translations ?? []) names.#add(exercise, name, 'alias')
    this.#translated = names
    return names
  }

  #addExercise(exercise: NameableExercise): void {
    this.#exercises.push(exercise)
    this.#add(exercise, exercise.name, 'exact')
    for (const alias of exercise.aliases) this.#add(exercise, alias, 'alias')
    if (exercise.source === 'builtin') this.#addKey(exercise, nameKey(exercise.id))
  }

  #add(exercise: NameableExercise, name: string, by: 'exact' | 'alias'): void {
    const text = foldSpaces(name)
    if (!this.#byText.has(text)) this.#byText.set(text, { exercise, by })
    this.#addWords(exercise, name, by)
    const spelledOut = spellOutUmlauts(name)
    if (spelledOut !== undefined) this.#addWords(exercise, spelledOut, by)
  }

  #addKey(exercise: NameableExercise, key: string): void {
    if (key !== '' && !this.#byKey.has(key)) this.#byKey.set(key, { exercise, by: 'normal' })
  }

  #addWords(exercise: NameableExercise, name: string, by: 'exact' | 'alias'): void {
    const plain = plainWords(name)
    const normal = plain.map(normalWords)
    const normalized = normal.flat()
    this.#addKey(exercise, [...new Set(normalized)].sort().join(' '))
    for (const word of normalized) this.#words.add(word)
    const sequence = withoutDirections(normalized)
    const names = this.#byExercise.get(exercise) ?? []
    this.#byExercise.set(exercise, names)
    const text = sequence.join(' ')
    if (names.some((other) => other.text === text)) return
    const equipment = equipmentNameWords.get(exercise.equipment)
    const head = equipment ? sequence.filter((word) => !equipment.has(word)) : sequence
    const indexed = { exercise, text, head, sequence, words: new Set(sequence), isAlias: by === 'alias' }
    names.push(indexed)
    if (isUnspaced(text)) this.#unspaced.push({ name: indexed, text: sequence.join('') })
    this.knownWords.add(plain, normal)
    this.#sortedWords = undefined
    for (const word of indexed.words) {
      const existing = this.#byWord.get(word)
      if (existing) existing.push(indexed)
      else this.#byWord.set(word, [indexed])
    }
  }

  /** The exercise with exactly this name, or else with the same name spelled differently. */
  find(name: string): FoundName | undefined {
    return this.findExactly(name) ?? this.findSpelled(name)
  }

  /** The exercise with exactly this name, but for case and spaces. */
  findExactly(name: string): FoundName | undefined {
    return this.#byText.get(foldSpaces(name))
  }

  /** The exercise with this name in any spelling. */
  findSpelled(name: string): FoundName | undefined {
    return this.#byKey.get(nameKey(name))
  }

  /** The names of an exercise. */
  namesOf(exercise: NameableExercise): readonly NameInWords[] {
    return this.#byExercise.get(exercise) ?? []
  }

  /** The names that contain all of these words, in normal form. */
  withWords(words: readonly string[]): readonly NameInWords[] {
    const lists = withoutDirections(words).map((word) => this.#byWord.get(word) ?? [])
    const [rarest = []] = lists.toSorted((a, b) => a.length - b.length)
    return rarest.filter((indexed) => withoutDirections(words).every((word) => indexed.words.has(word)))
  }

  /** The names that have a word beginning with this text. */
  *withBeginning(text: string): Generator<NameInWords> {
    this.#sortedWords ??= [...this.#byWord.keys()].sort()
    for (let index = lowerBound(this.#sortedWords, text); ; index++) {
      const word = this.#sortedWords[index]
      if (!word?.startsWith(text)) return
      yield* this.#byWord.get(word) ?? []
    }
  }

  /** The names with words of scripts that don't separate them. */
  unspacedNames(): readonly UnspacedName[] {
    return this.#unspaced
  }

  /** The exercise with these words, in their normal form and in any order. */
  findWords(words: readonly string[]): NameableExercise | undefined {
    return this.#byKey.get([...new Set(words)].sort().join(' '))?.exercise
  }
}

/** The index of the first word that doesn't sort before `text`. */
function lowerBound(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
