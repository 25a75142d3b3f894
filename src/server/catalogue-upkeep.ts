import { seededCatalogueVersion } from '#db/catalogue/seeded-version.ts'
import type { Db } from '#db/schema/index.ts'
import type { Log } from '#lib/log.ts'

/**
 * How long after startup, in milliseconds, the catalogue is checked: once the first requests have been
 * answered.
 */
const lookAfterMs = 1000

/** The seeding of the catalogue. */
export interface CatalogueKeeping {
  /** Starts no seeding, and resolves when one that is running has ended: then the database may be closed. */
  stop(): Promise<void>
}

/**
 * Seeds the catalogue: at once if the database has none, and a second later if it has one, which may be the
 * previous version's. Loading the data takes 20 ms, usually to find that there is nothing to do. A failure
 * after startup is logged.
 */
export async function keepCatalogue(db: Db, log: Pick<Log, 'info' | 'error'>): Promise<CatalogueKeeping> {
  const seed = async () => {
    const { seedCatalogue } = await import('#db/catalogue/seed.ts')
    const { inserted, updated } = await seedCatalogue(db, Date.now())
    if (inserted + updated > 0) log.info({ inserted, updated }, 'seeded the exercises')
  }
  if ((await seededCatalogueVersion(db)) === undefined) {
    await seed()
    return { stop: async () => undefined }
  }
  let seeding = Promise.resolve()
  const timer = setTimeout(() => {
    seeding = seed().catch((error) => log.error({ err: error }, 'could not seed the exercises'))
  }, lookAfterMs).unref()
  return {
    async stop() {
      clearTimeout(timer)
      await seeding
    },
  }
}
