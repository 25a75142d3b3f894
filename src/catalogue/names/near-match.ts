import { catalogueWord, equipmentNameWords, splitBrackets } from './equipment-words.ts'
import type { NameableExercise } from './exercise-names.ts'
import type { NameLookup } from './name-lookup.ts'
import { nameWords, plainWords } from './name-words.ts'

/** An exercise whose name is close, and how close, 0–1. */
export interface NearMatch {
  readonly exercise: NameableExercise
  readonly score: number
}

/** Matches below this are rejected. */
const matchThreshold = 0.8

/**
 * The score factor of each alternative reading of a name. None drops a word that distinguishes two exercises: a Front
 * Squat is not a Squat, so the remaining words must be all the words of a known name.
 */
const factor = {
  /** `Leg Extension (Lever)`: brackets that repeat the exercise's equipment. */
  equipmentKnown: 0.95,
  /** `(TRX)` for `(Suspension)`. */
  equipmentRenamed: 0.9,
  /** `heavy`, `5x5`, `left`: how the exercise was trained. */
  programming: 0.95,
  /** The brand of a machine. */
  brand: 0.9,
  /** One letter replaced, missing, added or swapped with the next. */
  misspelling: 0.9,
} as const

/** Words that say how or when a lift is trained, or that it is the ordinary variant. */
const programmingWords = new Set(
  'heavy light medium tempo top set amrap emom topset backoff volume hypertrophy intensity working test pr 1rm max effort speed standard regular normal basic traditional classic conventional exercise left right l r'.split(
    ' ',
  ),
)
/** Sets and reps, or a scheme: `5x5`, `531`. */
const schemeForm = /^(?:\d+x\d+|531|gzcl|gzclp|t1|t2|t3|fsl|bbb)$/

/** Brands of machines, by the words of their names. */
const brands: readonly (readonly string[])[] = [
  ['hammer', 'strength'],
  ['life', 'fitness'],
  ['lifefitness'],
  ['technogym'],
  ['cybex'],
  ['nautilus'],
  ['matrix'],
  ['precor'],
  ['hoist'],
  ['panatta'],
  ['gym80'],
  ['prime'],
  ['atlantis'],
  ['gymleco'],
  ['star', 'trac'],
  ['startrac'],
  ['icarian'],
  ['freemotion'],
  ['free', 'motion'],
  ['keiser'],
  ['watson'],
  ['arsenal'],
]

/** The kinds of equipment that a brand implies. */
const brandedEquipment: ReadonlySet<string> = new Set(['machine', 'cable', 'smith_machine'])

/** Shorter words are only one letter away from too many others. */
const minMisspelledLength = 5

/**
 * The words with the unknown one corrected; undefined unless exactly one word is unknown and it has exactly one
 * correction.
 */
function withCorrection(words: readonly string[], names: NameLookup): readonly string[] | undefined {
  const unknown = words.filter((word) => !names.words.has(word))
  const [word] = unknown
  if (word === undefined || unknown.length > 1 || word.length < minMisspelledLength) return undefined
  const corrections = new Map<string, readonly string[]>()
  for (const candidate of names.knownWords.near(word, 1))
    if (!candidate.isBeginning) corrections.set(candidate.words.join(' '), candidate.words)
  const [correction, another] = corrections.values()
  if (correction === undefined || another !== undefined) return undefined
  return words.flatMap((original) => (original === word ? correction : [original]))
}

function withoutProgramming(words: readonly string[]): readonly string[] | undefined {
  const remaining = words.filter((word) => !programmingWords.has(word) && !schemeForm.test(word))
  return remaining.length === words.length || remaining.length === 0 ? undefined : remaining
}

function withoutBrand(words: readonly string[]): readonly string[] | undefined {
  for (const brand of brands)
    if (brand.every((word) => words.includes(word))) {
      const remaining = words.filter((word) => !brand.includes(word))
      return remaining.length === 0 ? undefined : remaining
    }
  return undefined
}

/** A possible reading of a name, and its score so far. */
interface Reading {
  readonly words: readonly string[]
  readonly score: number
  /** An exercise with these words matches only if this returns true. */
  readonly fits: (exercise: NameableExercise) => boolean
}

function* readings(name: string): Generator<Reading> {
  const always = () => true
  const words = nameWords(name)
  yield { words, score: 1, fits: always }
  yield* withoutEquipment(words)
  const parts = splitBrackets(name)
  const equipment = parts?.equipment
  if (!parts || !equipment || equipment === 'other') return
  const base = nameWords(parts.base)
  const word = catalogueWord[equipment]
  const isRenamed = word !== undefined && nameWords(word).join() !== nameWords(parts.bracket).join()
  if (isRenamed) yield { words: [...base, ...nameWords(word)], score: factor.equipmentRenamed, fits: always }
  yield {
    words: base,
    score: factor.equipmentKnown,
    fits: (exercise) => exercise.equipment === equipment,
  }
}

/** `Dumbbell Side Lateral Raise`: a word that repeats the exercise's equipment, wherever it is. */
function* withoutEquipment(words: readonly string[]): Generator<Reading> {
  for (const [equipment, equipmentWords] of equipmentNameWords) {
    if (![...equipmentWords].every((word) => words.includes(word))) continue
    const remaining = words.filter((word) => !equipmentWords.has(word))
    if (remaining.length < 2) continue
    yield {
      words: remaining,
      score: factor.equipmentKnown,
      fits: (exercise) => exercise.equipment === equipment,
    }
  }
}

/** Variants of a reading with words dropped or corrected, cheapest first. */
function* relaxations(reading: Reading, names: NameLookup): Generator<Reading> {
  const { words, score, fits } = reading
  const essential = withoutProgramming(words)
  const variants = [reading]
  if (essential) variants.push({ words: essential, score: score * factor.programming, fits })
  yield* variants
  for (const variant of variants) {
    const unbranded = withoutBrand(variant.words)
    if (unbranded)
      yield {
        words: unbranded,
        score: variant.score * factor.brand,
        fits: (exercise) => fits(exercise) && brandedEquipment.has(exercise.equipment),
      }
    const correctedWords = withCorrection(variant.words, names)
    if (correctedWords) yield { words: correctedWords, score: variant.score * factor.misspelling, fits }
  }
}

/** The exercise closest to a name, or undefined if none is close enough. */
export function nearMatch(name: string, names: NameLookup): NearMatch | undefined {
  let best: NearMatch | undefined
  for (const reading of readings(name))
    for (const { words, score, fits } of relaxations(reading, names)) {
      if (score < matchThreshold || score <= (best?.score ?? 0)) continue
      const exercise = names.findWords(words)
      if (exercise && fits(exercise)) best = { exercise, score: Math.round(score * 100) / 100 }
    }
  return best
}

/** Whether a name says that the lift is assisted, so that its weight makes it lighter. */
export function isAssisted(name: string): boolean {
  return plainWords(name).includes('assisted')
}
