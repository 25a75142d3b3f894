/**
 * `replog/client/catalogue`: the built-in exercises, stored on the device, and the user's own. Names are available at
 * once, details on demand, and the search of `GET /api/exercises?q=` works without a network.
 *
 *     const catalogue = await openCatalogue(replog, { storage: indexedDbStore('replog-catalogue') })
 *     catalogue.search('benhc').map(({ name }) => name)
 *     catalogue.nameOf('barbell-bench-press')
 */
export type { NamedExercise } from './named-exercise.ts'
export { type Catalogue, type CatalogueOptions, type KnownExercise, openCatalogue } from './open-catalogue.ts'
