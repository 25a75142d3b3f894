import type { CatalogueExercise } from './exercise.ts'
import { isMuscle } from './muscles.ts'
import { nameKey } from './names/name-words.ts'

/** The minimum percentage of a primary muscle. */
const minPrimary = 50

/** A rule that an exercise of the catalogue breaks. */
export interface CatalogueProblem {
  readonly slug: string
  /** The rule as a stable word: `slug_unique`, `engagement_percent`, … */
  readonly rule: string
  /** What is wrong and where, human-readable. */
  readonly message: string
}

const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

type Violation = readonly [rule: string, message: string]

function* wordingViolations(exercise: CatalogueExercise): Generator<Violation> {
  if (!slugForm.test(exercise.slug) || exercise.slug.length > 64)
    yield ['slug_form', 'the slug must be lowercase kebab case with at most 64 characters']
  const earlierNames = new Set<string>()
  for (const name of [exercise.name, ...exercise.aliases]) {
    if (name !== name.trim() || nameKey(name) === '' || name.length > 80)
      yield [
        'name_form',
        `"${name}" must be 1–80 characters with a letter or digit, without spaces around it`,
      ]
    if (earlierNames.has(name)) yield ['alias_repeated', `"${name}" appears twice`]
    earlierNames.add(name)
  }
  if (exercise.cues.length < 2 || exercise.cues.length > 3)
    yield ['cue_count', `two or three cues are needed, not ${exercise.cues.length}`]
  for (const cue of exercise.cues)
    if (cue.trim() === '' || cue.length > 100) yield ['cue_form', `the cue "${cue}" must be 1–100 characters`]
}

function* engagementViolations({ engagement }: CatalogueExercise): Generator<Violation> {
  let hasPrimary = false
  for (const [muscle, percent] of Object.entries(engagement)) {
    if (!isMuscle(muscle)) yield ['muscle_known', `"${muscle}" is not a muscle of the taxonomy`]
    if (!Number.isInteger(percent) || percent < 0 || percent > 100)
      yield ['engagement_percent', `${muscle} must be a whole percentage from 0 to 100, not ${percent}`]
    else if (percent >= minPrimary) hasPrimary = true
  }
  if (!hasPrimary) yield ['engagement_primary', `no muscle has ${minPrimary} percent or more`]
}

function* measureViolations(exercise: CatalogueExercise): Generator<Violation> {
  const share = exercise.bodyweightShare
  if (share !== undefined && !(share > 0 && share <= 1))
    yield ['bodyweight_share', `the share of bodyweight must be above 0 and at most 1, not ${share}`]
  if ((exercise.tracking === 'bodyweight_reps') !== (share !== undefined))
    yield [
      'bodyweight_share',
      'bodyweight_reps requires the share of bodyweight, and no other tracking allows it',
    ]
  if (exercise.perHand && (exercise.tracking === 'reps' || exercise.tracking === 'bodyweight_reps'))
    yield ['per_hand', `perHand needs a weight, which ${exercise.tracking} doesn't have`]
}

/** Every rule that an exercise breaks by itself. */
function violationsOf(exercise: CatalogueExercise): readonly Violation[] {
  return [...wordingViolations(exercise), ...engagementViolations(exercise), ...measureViolations(exercise)]
}

/**
 * Every rule that the catalogue breaks: each exercise by itself, then slugs, names and aliases against each
 * other in the normal form of {@link nameKey}. Empty for a valid catalogue.
 */
export function catalogueProblems(exercises: readonly CatalogueExercise[]): readonly CatalogueProblem[] {
  const problems: CatalogueProblem[] = []
  const slugs = new Set<string>()
  const ownerOfKey = new Map<string, string>()
  for (const exercise of exercises) {
    const { slug } = exercise
    for (const [rule, message] of violationsOf(exercise)) problems.push({ slug, rule, message })
    if (slugs.has(slug)) problems.push({ slug, rule: 'slug_unique', message: 'two exercises have this slug' })
    slugs.add(slug)
    for (const name of [slug, exercise.name, ...exercise.aliases]) {
      const key = nameKey(name)
      const owner = ownerOfKey.get(key)
      if (owner === undefined) ownerOfKey.set(key, slug)
      else if (owner !== slug)
        problems.push({ slug, rule: 'name_unique', message: `"${name}" already means "${owner}"` })
    }
  }
  return problems
}
