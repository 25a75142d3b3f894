/**
 * `replog/client/catalogue`: the built-in exercises, kept on the device, with the user's own: their names at
 * once, all about them when it is needed, and the search of `GET /api/exercises?q=` without a network.
 *
 *     const catalogue = await openCatalogue(replog, { storage: indexedDbStore('replog-catalogue') })
 *     catalogue.search('benhc').map(({ name }) => name)
 *     catalogue.nameOf('barbell-bench-press')
 */
export type { NamedExercise } from './named-exercise.ts'
export { type Catalogue, type CatalogueOptions, type KnownExercise, openCatalogue } from './open-catalogue.ts'
