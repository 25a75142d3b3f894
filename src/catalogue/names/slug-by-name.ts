import { nameKey } from './name-words.ts'

/** The names of an exercise. */
export interface NamedExercise {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
}

/**
 * Maps the normal form of every slug, name and alias to its slug. If two exercises have the same name, the first one
 * wins.
 */
export function nameIndex(exercises: Iterable<NamedExercise>): Map<string, string> {
  const slugByKey = new Map<string, string>()
  for (const { slug, name, aliases } of exercises)
    for (const text of [slug, name, ...aliases]) {
      const key = nameKey(text)
      if (!slugByKey.has(key)) slugByKey.set(key, slug)
    }
  return slugByKey
}
