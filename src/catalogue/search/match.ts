import { foldText } from '#lib/fold.ts'
import type { ExerciseNames, NameableExercise, NameInWords } from '../names/exercise-names.ts'
import { isUnspaced, sharesPairs } from '../names/unspaced.ts'
import type { Interpretation, Reading } from './interpretations.ts'
import { tier, tierOf } from './tiers.ts'

/** An exercise that matches a search, and how closely. */
export interface UnrankedMatch {
  readonly exercise: NameableExercise
  /** The cost of typing errors; 0 without any. */
  readonly cost: number
  /** See `tier`. */
  readonly tier: number
  /** The number of words of the name that are not in the search, not counting the equipment. */
  readonly extraWords: number
}

type Readings = ReadonlyMap<NameInWords, Reading>

/** The exercises whose names match every typed word. */
export function* findAll(names: ExerciseNames, typed: Interpretation): Generator<UnrankedMatch> {
  const readingsPerWord = typed.map((readings) => cheapestByName(names, readings))
  const [first, ...others] = readingsPerWord.map(
    (byName) => new Set(Array.from(byName.keys(), ({ exercise }) => exercise)),
  )
  for (const exercise of first ?? [])
    if (others.every((set) => set.has(exercise)))
      yield bestMatchOf(names.namesOf(exercise), exercise, readingsPerWord)
}

/** The names that match a typed word, each with the cheapest reading. */
function cheapestByName(names: ExerciseNames, readings: readonly Reading[]): Readings {
  const byName = new Map<NameInWords, Reading>()
  for (const reading of readings)
    for (const [name, cost] of namesWith(names, reading)) {
      const existing = byName.get(name)
      if (!existing || cost < existing.cost)
        byName.set(name, cost === reading.cost ? reading : { ...reading, cost })
    }
  return byName
}

function* namesWith(names: ExerciseNames, reading: Reading): Generator<readonly [NameInWords, number]> {
  const { words, cost } = reading
  const [word = '', ...others] = words
  if (words.some(isUnspaced)) yield* unspacedNames(names, words.join(''))
  else if (!reading.isBeginning) for (const name of names.withWords(words)) yield [name, cost]
  else
    for (const name of names.withBeginning(word))
      if (others.every((other) => name.sequence.some((nameWord) => nameWord.startsWith(other))))
        yield [name, cost]
}

/** The cost of matching only most of a string without spaces. */
const pairsCost = 3

function* unspacedNames(names: ExerciseNames, text: string): Generator<readonly [NameInWords, number]> {
  for (const { name, text: nameText } of names.unspacedNames())
    if (nameText.includes(text)) yield [name, 0]
    else if (sharesPairs(text, nameText)) yield [name, pairsCost]
}

function bestMatchOf(
  names: readonly NameInWords[],
  exercise: NameableExercise,
  readingsPerWord: readonly Readings[],
): UnrankedMatch {
  let bestMatch: UnrankedMatch | undefined
  for (const name of names) {
    const readings = readingsPerWord.map((byName) => byName.get(name))
    if (readings.some((reading) => reading === undefined)) continue
    const words = readings.flatMap((reading) => reading?.words ?? [])
    const cost = readings.reduce((sum, reading) => sum + (reading?.cost ?? 0), 0)
    const extraWords = name.head.filter((word) => !words.includes(word)).length
    const match = { exercise, cost, tier: tierOf(name, words), extraWords }
    if (!bestMatch || cost < bestMatch.cost || (cost === bestMatch.cost && match.tier < bestMatch.tier))
      bestMatch = match
  }
  return (
    bestMatch ?? {
      exercise,
      cost: minCostOf(names, readingsPerWord),
      tier: tier.wordsOfSeveralNames,
      extraWords: 0,
    }
  )
}

function minCostOf(names: readonly NameInWords[], readingsPerWord: readonly Readings[]): number {
  return readingsPerWord.reduce((sum, byName) => {
    const costs = names.flatMap((name) => byName.get(name)?.cost ?? [])
    return sum + Math.min(...costs)
  }, 0)
}

/** The exercises with a name that contains a string without letters or digits, such as an emoji. */
export function* findSymbols(names: ExerciseNames, q: string): Generator<UnrankedMatch> {
  const text = foldText(q).trim()
  if (text === '' || /[\p{L}\p{N}]/u.test(text)) return
  for (const exercise of names.exercises)
    if ([exercise.name, ...exercise.aliases].some((name) => foldText(name).includes(text)))
      yield { exercise, cost: 0, tier: tier.nameHasWords, extraWords: 0 }
}
