import type { CatalogueExercise } from '../exercise.ts'
import { nameKey } from '../names/name-words.ts'
import { derivedEngagement } from './engagement.ts'
import type { FreeExerciseDbEntry } from './entries.ts'
import {
  derivedCategory,
  derivedEquipment,
  derivedPattern,
  derivedTracking,
  difficultyOf,
  isPerHand,
  isUnilateral,
} from './facts.ts'

export {
  type FreeExerciseDbEntry,
  FreeExerciseDbError,
  readFreeExerciseDb,
} from './entries.ts'

/** The fields that free-exercise-db may lack. */
type OptionalField = 'pattern' | 'mechanic' | 'force'

/** An exercise whose facts were derived from another catalogue and haven't been verified. */
export interface DerivedExercise
  extends Omit<CatalogueExercise, OptionalField>,
    Partial<Pick<CatalogueExercise, OptionalField>> {
  readonly derived: true
}

/** The result of importing a file. */
export interface FreeExerciseDbAdditions {
  readonly additions: readonly DerivedExercise[]
  /** The skipped entries, each with the slug of the exercise that already has its name. */
  readonly skipped: readonly { readonly name: string; readonly slug: string }[]
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 90)
    .replace(/^-+|-+$/g, '')
}

/** The slug, or the first of `slug-2`, `slug-3`, … that is free. */
function freeSlug(preferred: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? preferred : `${preferred}-${number}`
    if (!taken.has(slug)) return slug
  }
}

function derive(entry: FreeExerciseDbEntry, slug: string): DerivedExercise {
  const pattern = derivedPattern(entry)
  return {
    slug,
    name: entry.name,
    aliases: [],
    category: derivedCategory(entry),
    ...(pattern && { pattern }),
    ...(entry.mechanic && { mechanic: entry.mechanic }),
    ...(entry.force && { force: entry.force === 'static' ? 'hold' : entry.force }),
    equipment: derivedEquipment(entry),
    difficulty: difficultyOf[entry.level],
    tracking: derivedTracking(entry),
    ...(isUnilateral(entry) && { unilateral: true }),
    ...(isPerHand(entry) && { perHand: true }),
    cues: [],
    engagement: derivedEngagement(entry),
    derived: true,
  }
}

/**
 * The exercises that a free-exercise-db file adds to the existing ones. An entry whose name, in its normal form, is
 * that of an existing exercise or of an earlier entry is skipped, so a second import adds nothing.
 *
 * @param existingSlugs the slugs of the existing exercises by name in its normal form, from `nameIndex`
 */
export function freeExerciseDbAdditions(
  entries: readonly FreeExerciseDbEntry[],
  existingSlugs: ReadonlyMap<string, string>,
): FreeExerciseDbAdditions {
  const slugByName = new Map(existingSlugs)
  const slugs = new Set(slugByName.values())
  const additions: DerivedExercise[] = []
  const skipped: { name: string; slug: string }[] = []
  for (const entry of entries) {
    const key = nameKey(entry.name)
    const existing = slugByName.get(key)
    if (existing !== undefined) {
      skipped.push({ name: entry.name, slug: existing })
      continue
    }
    const slug = freeSlug(slugOf(entry.name) || 'exercise', slugs)
    additions.push(derive(entry, slug))
    slugByName.set(key, slug)
    slugs.add(slug)
  }
  return { additions, skipped }
}
