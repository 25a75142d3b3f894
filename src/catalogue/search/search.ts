import { mainStaples, staples } from '#training/recommend/staples.ts'
import type { ExerciseNames, NameableExercise } from '../names/exercise-names.ts'
import { nearMatch } from '../names/near-match.ts'
import type { Equipment } from '../vocabulary.ts'
import { interpretations, type MaxEdits } from './interpretations.ts'
import { findAll, findSymbols, type UnrankedMatch } from './match.ts'
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

/** A matching exercise with its rank. */
export interface SearchMatch extends RankedName {
  readonly exercise: NameableExercise
}

/** Near matches are added if there are fewer other matches than this, none of them exact. */
const minMatches = 3

/** The maximum difference in cost from the best match: about one edit. */
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

/** Like {@link searchExercises}, but unordered. */
export function findMatches(layers: readonly ExerciseNames[], q: string): readonly UnrankedMatch[] {
  const matches = new Map<NameableExercise, UnrankedMatch>()
  const add = (match: UnrankedMatch) => {
    const existing = matches.get(match.exercise)
    if (
      !existing ||
      match.cost < existing.cost ||
      (match.cost === existing.cost && match.tier < existing.tier)
    )
      matches.set(match.exercise, match)
  }
  for (const match of findIn(layers, q)) add(match)
  for (const layer of layers) for (const match of findSymbols(layer, q)) add(match)
  const translated = layers.map((layer) => layer.translated)
  for (const match of findIn(translated, q)) add(asTranslation(match))
  if (matches.size < minMatches && ![...matches.values()].some(isExact)) {
    for (const layer of layers) {
      const near = nearMatch(q, layer)
      if (near) add({ exercise: near.exercise, cost: 0, tier: tier.near, extraWords: 0 })
    }
    const corrected = findCorrected(layers, q)
    const englishCost = minCostOf(corrected)
    // English typos are often as close to words of other languages, so those must be closer to count.
    corrected.push(
      ...findCorrected(translated, q)
        .filter(({ cost }) => cost < englishCost)
        .map(asTranslation),
    )
    const minCost = minCostOf([...corrected, ...matches.values()])
    for (const match of corrected) if (match.cost <= minCost + costTolerance) add(match)
  }
  return [...matches.values()]
}

function isExact({ tier: matchTier }: UnrankedMatch): boolean {
  return matchTier <= tier.exactAlias || matchTier === tier.exactTranslation
}

function minCostOf(matches: readonly UnrankedMatch[]): number {
  return Math.min(...matches.map(({ cost }) => cost))
}

/** The matches with up to `maxEdits` typing errors in each word. */
function* findIn(
  layers: readonly ExerciseNames[],
  q: string,
  maxEdits: MaxEdits = 0,
): Generator<UnrankedMatch> {
  for (const interpretation of interpretations(q, layers, maxEdits))
    for (const layer of layers) yield* findAll(layer, interpretation)
}

/** Ranks a translated match after English ones, since few people search for part of a name in another language. */
function asTranslation(match: UnrankedMatch): UnrankedMatch {
  return { ...match, tier: match.tier <= tier.exactAlias ? tier.exactTranslation : tier.translation }
}

/** Ranks matches, for {@link searchExercises}. */
export function rankMatches(
  matches: readonly UnrankedMatch[],
  used: readonly string[],
): readonly SearchMatch[] {
  const rankByUse = new Map(used.map((id, index) => [id, index]))
  return matches.map((match) => rankMatch(match, rankByUse)).sort(compareMatches)
}

/** The matches with one typing error per word, or else with two. */
function findCorrected(layers: readonly ExerciseNames[], q: string): UnrankedMatch[] {
  for (const maxEdits of [1, 2] as const) {
    const matches = [...findIn(layers, q, maxEdits)]
    if (matches.length > 0) return matches
  }
  return []
}

function rankMatch(
  { exercise, cost, tier: matchTier, extraWords }: UnrankedMatch,
  rankByUse: ReadonlyMap<string, number>,
): SearchMatch {
  const usedRank = rankByUse.get(exercise.id) ?? rankByUse.size
  const rank = [
    cost,
    matchTier,
    usedRank,
    stapleRank(exercise),
    extraWords,
    equipmentRank(exercise),
    exercise.name.length,
  ]
  return { exercise, rank }
}

function stapleRank({ id, source }: NameableExercise): number {
  if (source === 'custom' || mainStaples.has(id)) return 0
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
  const index = commonEquipment.indexOf(equipment)
  return index < 0 ? commonEquipment.length : index
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
