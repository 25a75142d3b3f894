import { type CatalogueProblem, catalogueProblems } from './check.ts'
import { catalogueData } from './data/index.ts'
import type { CatalogueExercise } from './exercise.ts'

/** The built-in exercises, checked. */
export interface Catalogue {
  /** By slug; deeply frozen. */
  readonly exercises: readonly CatalogueExercise[]
  /** See {@link catalogueVersion}. */
  readonly version: string
}

/** Thrown if the catalogue's data breaks its rules; the message has a line for each violation. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError'
  readonly problems: readonly CatalogueProblem[]

  constructor(problems: readonly CatalogueProblem[]) {
    const lines = problems.map(({ slug, rule, message }) => `${slug}: ${rule}: ${message}`)
    super(`the exercise catalogue is invalid:\n${lines.join('\n')}`)
    this.problems = problems
  }
}

/** Changes whenever an exercise does: the SHA-256 of the data, in hex. Much cheaper than loading it. */
export function catalogueVersion(data: readonly CatalogueExercise[] = catalogueData): string {
  return new Bun.CryptoHasher('sha256').update(JSON.stringify(data)).digest('hex')
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) deepFreeze(part)
    Object.freeze(value)
  }
  return value
}

/**
 * The catalogue, checked, sorted by slug and frozen.
 *
 * @throws {CatalogueError} naming each exercise and rule, if the data breaks one
 */
export function loadCatalogue(data: readonly CatalogueExercise[] = catalogueData): Catalogue {
  const problems = catalogueProblems(data)
  if (problems.length > 0) throw new CatalogueError(problems)
  const exercises = data.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  return deepFreeze({ exercises, version: catalogueVersion(data) })
}
