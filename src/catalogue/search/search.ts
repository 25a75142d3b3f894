import { firstChoices, staples } from '#training/recommend/staples.ts'
import type { ExerciseNames, NameableExercise } from '../names/exercise-names.ts'
import { nearMatch } from '../names/near-match.ts'
import type { Equipment } from '../vocabulary.ts'
import { interpretations, type MaxEdits } from './interpretations.ts'
import { type Found, findAll, findSymbols } from './match.ts'
import { tier } from './tiers.ts'

/** A match with its rank. */
export interface RankedName {
  readonly exercise: Pick<NameableExercise, 'id' | 'name'>
  /**
   * Lower is better, compared number by number: typing errors, then how the name matches, how often the user
   * logs the exercise, staples, extra words, equipment, and length.
   */
  readonly rank: readonly number[]
}

/** An exercise that a search found. */
export interface SearchMatch extends RankedName {
  readonly exercise: NameableExercise
}

/** If there are fewer matches than this, near ones are added. */
const minMatches = 3

/** How much more another match may cost than the best one: about one edit. */
const costTolerance = 2

/**
 * The exercises that a search may mean, best first. It is pure, so that a server and a browser with the same
 * exercises give the same results.
 *
 * @param layers the names of built-in exercises and of the user's own
 * @param used the ids of the exercises that the user logs most, most used first
 */
export function searchExercises(
  layers: readonly ExerciseNames[],
  q: string,
  used: readonly string[] = [],
): readonly SearchMatch[] {
  return rankMatches(findMatches(layers, q), used)
}

/** The same matches, unordered. */
export function findMatches(layers: readonly ExerciseNames[], q: string): readonly Found[] {
  const found = new Map<NameableExercise, Found>()
  const add = (each: Found) => {
    const existing = found.get(each.exercise)
    if (!existing || each.cost < existing.cost || (each.cost === existing.cost && each.tier < existing.tier))
      found.set(each.exercise, each)
  }
  for (const each of findIn(layers, q)) add(each)
  for (const layer of layers) for (const each of findSymbols(layer, q)) add(each)
  const translated = layers.map((layer) => layer.translated)
  for (const each of findIn(translated, q)) add(asTranslation(each))
  if (found.size < minMatches && ![...found.values()].some(isExact)) {
    for (const layer of layers) {
      const near = nearMatch(q, layer)
      if (near) add({ exercise: near.exercise, cost: 0, tier: tier.near, extraWords: 0 })
    }
    const corrected = findCorrected(layers, q)
    const english = leastCost(corrected)
    // English typos are often as close to words of other languages, so those must be closer to count.
    corrected.push(
      ...findCorrected(translated, q)
        .filter(({ cost }) => cost < english)
        .map(asTranslation),
    )
    const least = leastCost([...corrected, ...found.values()])
    for (const each of corrected) if (each.cost <= least + costTolerance) add(each)
  }
  return [...found.values()]
}

function isExact({ tier: matched }: Found): boolean {
  return matched <= tier.exactAlias || matched === tier.exactTranslation
}

function leastCost(found: readonly Found[]): number {
  return Math.min(...found.map(({ cost }) => cost))
}

/** The matches with up to `maxEdits` typing errors in each word. */
function* findIn(layers: readonly ExerciseNames[], q: string, maxEdits: MaxEdits = 0): Generator<Found> {
  for (const typed of interpretations(q, layers, maxEdits))
    for (const layer of layers) yield* findAll(layer, typed)
}

/** Ranks a translated match after English ones, since few people search for part of a name in another language. */
function asTranslation(found: Found): Found {
  return { ...found, tier: found.tier <= tier.exactAlias ? tier.exactTranslation : tier.translation }
}

/** Ranks matches, for {@link searchExercises}. */
export function rankMatches(found: readonly Found[], used: readonly string[]): readonly SearchMatch[] {
  const useRank = new Map(used.map((id, place) => [id, place]))
  return found.map((each) => ranked(each, useRank)).sort(compareMatches)
}

/** The matches with one typing error per word, or else with two. */
function findCorrected(layers: readonly ExerciseNames[], q: string): Found[] {
  for (const maxEdits of [1, 2] as const) {
    const found = [...findIn(layers, q, maxEdits)]
    if (found.length > 0) return found
  }
  return []
}

function ranked(
  { exercise, cost, tier: matched, extraWords }: Found,
  useRank: ReadonlyMap<string, number>,
): SearchMatch {
  const use = useRank.get(exercise.id) ?? useRank.size
  const rank = [
    cost,
    matched,
    use,
    stapleRank(exercise),
    extraWords,
    equipmentRank(exercise),
    exercise.name.length,
  ]
  return { exercise, rank }
}

function stapleRank({ id, source }: NameableExercise): number {
  if (source === 'custom' || firstChoices.has(id)) return 0
  return staples.has(id) ? 1 : 2
}

/** The equipment that most people mean if they don't name it, most likely first; others rank after these. */
const commonEquipment: readonly Equipment[] = [
  'barbell',
  'dumbbell',
  'bodyweight',
  'machine',
  'cable',
  'ez_bar',
]

function equipmentRank({ equipment }: NameableExercise): number {
  const place = commonEquipment.indexOf(equipment)
  return place < 0 ? commonEquipment.length : place
}

/** The order of matches: by rank, then by name and id. */
export function compareMatches(a: RankedName, b: RankedName): number {
  for (let index = 0; index < a.rank.length; index++) {
    const difference = (a.rank[index] ?? 0) - (b.rank[index] ?? 0)
    if (difference !== 0) return difference
  }
  return order(a.exercise.name, b.exercise.name) || order(a.exercise.id, b.exercise.id)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
