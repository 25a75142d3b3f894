import { firstChoices, staples } from '#training/recommend/staples.ts'
import type { ExerciseNames, NameableExercise } from '../names/exercise-names.ts'
import { nearMatch } from '../names/near-match.ts'
import type { Equipment } from '../vocabulary.ts'
import { interpretations } from './interpretations.ts'
import { type Found, findAll, findSymbols } from './match.ts'
import { tier } from './tiers.ts'

/** What the order of matches depends on. */
export interface RankedName {
  readonly exercise: Pick<NameableExercise, 'id' | 'name'>
  /**
   * Lower is better, the first number first: typing errors, then how it matches, the user's own use, staples,
   * words beyond those searched for, equipment, and length.
   */
  readonly rank: readonly number[]
}

/** An exercise that a search found. */
export interface SearchMatch extends RankedName {
  readonly exercise: NameableExercise
}

/** With fewer exact matches than this, near ones are added. */
const enough = 3

/** How much more than the best match another may cost: about one edit. */
const tolerated = 2

/**
 * The exercises that a search may mean, best first. Pure, so that a server and a browser with the same exercises
 * give the same.
 *
 * @param layers the names of built-in exercises and those of the user's own
 * @param used the ids of the exercises that the user logs most, most used first
 */
export function searchExercises(
  layers: readonly ExerciseNames[],
  q: string,
  used: readonly string[] = [],
): readonly SearchMatch[] {
  return rankMatches(findMatches(layers, q), used)
}

/** The same in no order. */
export function findMatches(layers: readonly ExerciseNames[], q: string): readonly Found[] {
  const found = new Map<NameableExercise, Found>()
  const add = (each: Found) => {
    const there = found.get(each.exercise)
    if (!there || each.cost < there.cost || (each.cost === there.cost && each.tier < there.tier))
      found.set(each.exercise, each)
  }
  for (const typed of interpretations(q, layers))
    for (const layer of layers) for (const each of findAll(layer, typed)) add(each)
  for (const layer of layers) for (const each of findSymbols(layer, q)) add(each)
  const isExact = [...found.values()].some(({ tier: matched }) => matched <= tier.exactAlias)
  if (found.size < enough && !isExact) {
    for (const layer of layers) {
      const near = nearMatch(q, layer)
      if (near) add({ exercise: near.exercise, cost: 0, tier: tier.near, extraWords: 0 })
    }
    const corrected = findCorrected(layers, q)
    const least = Math.min(...[...corrected, ...found.values()].map(({ cost }) => cost))
    for (const each of corrected) if (each.cost <= least + tolerated) add(each)
  }
  return [...found.values()]
}

/** Matches in their order, for {@link searchExercises}. */
export function rankMatches(found: readonly Found[], used: readonly string[]): readonly SearchMatch[] {
  const usedPlace = new Map(used.map((id, place) => [id, place]))
  return found.map((each) => ranked(each, usedPlace)).sort(compareMatches)
}

/** What is found with one typing error a word, or else with two. */
function findCorrected(layers: readonly ExerciseNames[], q: string): readonly Found[] {
  for (const maxEdits of [1, 2] as const) {
    const found: Found[] = []
    for (const typed of interpretations(q, layers, maxEdits))
      for (const layer of layers) found.push(...findAll(layer, typed))
    if (found.length > 0) return found
  }
  return []
}

function ranked(
  { exercise, cost, tier: matched, extraWords }: Found,
  usedPlace: ReadonlyMap<string, number>,
): SearchMatch {
  const use = usedPlace.get(exercise.id) ?? usedPlace.size
  const rank = [
    cost,
    matched,
    use,
    staplePlace(exercise),
    extraWords,
    equipmentPlace(exercise),
    exercise.name.length,
  ]
  return { exercise, rank }
}

function staplePlace({ id, source }: NameableExercise): number {
  if (source === 'custom' || firstChoices.has(id)) return 0
  return staples.has(id) ? 1 : 2
}

/** What most people mean if they don't say; the others come after these. */
const commonEquipment: readonly Equipment[] = [
  'barbell',
  'dumbbell',
  'bodyweight',
  'machine',
  'cable',
  'ez_bar',
]

function equipmentPlace({ equipment }: NameableExercise): number {
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
