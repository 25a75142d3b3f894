import { loadCatalogue } from '#catalogue/load.ts'
import type { NameableExercise } from '#catalogue/names/exercise-names.ts'
import { translationsOf } from '#catalogue/translations.ts'

/** The built-in exercises with all the names by which searches and imports find them. */
export const builtinExercises: readonly NameableExercise[] = loadCatalogue().exercises.map(
  ({ slug, name, aliases, equipment }) => ({
    id: slug,
    name,
    aliases,
    translations: translationsOf(slug),
    equipment,
    source: 'builtin',
  }),
)
