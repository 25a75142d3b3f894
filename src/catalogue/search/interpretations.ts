import { spellOutUmlauts } from '#lib/fold.ts'
import type { ExerciseNames } from '../names/exercise-names.ts'
import type { NearWord } from '../names/known-words.ts'
import { nameWords, plainWords, withoutDirections } from '../names/name-words.ts'
import { isUnspaced } from '../names/unspaced.ts'

/** A possible meaning of a typed word, and its cost. */
export interface Reading {
  /** In the normal form of names. */
  readonly words: readonly string[]
  readonly cost: number
  /** Each word may be only the beginning of a word in a name. */
  readonly isBeginning: boolean
}

/** The readings of each typed word; an exercise must match one reading of every word. */
export type Interpretation = readonly (readonly Reading[])[]

const cost = {
  edit: 2,
  /** People rarely mistype the first letter. */
  otherInitial: 1,
  /** A typing error in a word that isn't finished. */
  unfinished: 1,
} as const

/** The minimum lengths of words with one and with two typing errors; shorter words would match too much. */
const minLengthByEdits = [0, 3, 5] as const

/** The number of typing errors allowed in a word. */
export type MaxEdits = 0 | 1 | 2

/** Shorter words are not considered prefixes of compounds. */
const minCompoundLength = 4

/**
 * The possible meanings of a search: as typed, with umlauts spelled out, and with two words joined that should be one
 * (`over head`). Up to `maxEdits` typing errors are allowed in each word.
 */
export function* interpretations(
  q: string,
  layers: readonly ExerciseNames[],
  maxEdits: MaxEdits = 0,
): Generator<Interpretation> {
  const readingsByWord = new Map<string, readonly Reading[]>()
  const cachedReadings = (word: string) => {
    const readings = readingsByWord.get(word) ?? readingsOf(word, layers, maxEdits)
    readingsByWord.set(word, readings)
    return readings
  }
  for (const text of new Set([q, spellOutUmlauts(q) ?? q])) {
    const words = plainWords(text)
    if (words.length === 0) return
    yield words.map(cachedReadings)
    for (const joined of joinedPairs(words, layers)) yield joined.map(cachedReadings)
  }
}

/** The words with two neighbors written as one, if that is a known word. */
function* joinedPairs(
  words: readonly string[],
  layers: readonly ExerciseNames[],
): Generator<readonly string[]> {
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    if (next === undefined) return
    const joined = word + next
    const normal = nameWords(joined)
    const isKnown = layers.some(
      (layer) => layer.words.has(joined) || normal.every((nameWord) => layer.words.has(nameWord)),
    )
    if (isKnown) yield [...words.slice(0, index), joined, ...words.slice(index + 2)]
  }
}

function typedReadings(word: string, layers: readonly ExerciseNames[]): readonly Reading[] {
  const normal = withoutDirections(nameWords(word))
  const readings: Reading[] = [{ words: normal, cost: 0, isBeginning: true }]
  if (normal.length > 1 || isUnspaced(word)) return readings
  // A compound that isn't finished: `pullu`.
  const compounds = new Map<string, readonly string[]>()
  for (const layer of layers) {
    const exact = layer.knownWords.get(word)
    if (exact) compounds.set(exact.join(' '), exact)
    if (word.length < minCompoundLength) continue
    for (const words of layer.knownWords.beginningWith(word)) compounds.set(words.join(' '), words)
  }
  for (const words of compounds.values()) readings.push({ words, cost: 0, isBeginning: false })
  return readings
}

function readingsOf(word: string, layers: readonly ExerciseNames[], maxEdits: MaxEdits): readonly Reading[] {
  const readings = [...typedReadings(word, layers)]
  const edits = word.length < minLengthByEdits[maxEdits] ? Math.min(maxEdits, 1) : maxEdits
  if (edits === 0 || word.length < minLengthByEdits[1] || isUnspaced(word) || /^\d+$/.test(word))
    return readings
  const cheapest = new Map<string, Reading>()
  for (const layer of layers)
    for (const candidate of nearWords(word, layer, edits)) {
      if (candidate.hasOtherInitial && candidate.edits > 1) continue
      const penalty =
        (candidate.hasOtherInitial ? cost.otherInitial : 0) + (candidate.isBeginning ? cost.unfinished : 0)
      const reading = {
        words: candidate.words,
        cost: candidate.edits * cost.edit + penalty,
        isBeginning: false,
      }
      const key = candidate.words.join(' ')
      const existing = cheapest.get(key)
      if (!existing || reading.cost < existing.cost) cheapest.set(key, reading)
    }
  readings.push(...cheapest.values())
  return readings
}

/** Words near the typed word, and near it without its plural ending. */
function* nearWords(word: string, { knownWords }: ExerciseNames, maxEdits: number): Generator<NearWord> {
  yield* knownWords.near(word, maxEdits)
  const [normal = word, ...others] = nameWords(word)
  if (others.length === 0 && normal !== word) yield* knownWords.near(normal, maxEdits)
}
