import { seededCatalogueVersion } from '#db/catalogue/seeded-version.ts'
import type { Db } from '#db/schema/index.ts'

/** The number of exercises that a seeding wrote. */
export interface SeededExercises {
  readonly inserted: number
  readonly updated: number
}

/** Whether the database has a catalogue, possibly an earlier release's. */
export async function hasCatalogue(db: Db): Promise<boolean> {
  return (await seededCatalogueVersion(db)) !== undefined
}

/** Updates the catalogue to this release's. Loads its data on demand. `now` is in milliseconds. */
export async function updateCatalogue(db: Db, now: number): Promise<SeededExercises> {
  const { seedCatalogue } = await import('#db/catalogue/seed.ts')
  return seedCatalogue(db, now)
}
