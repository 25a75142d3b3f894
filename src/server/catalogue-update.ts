import type { Log } from '#lib/log.ts'

/** The delay between startup and the update of the catalogue, in milliseconds, so that the first requests go first. */
const delayMs = 1000

/** The operations on the catalogue that the update needs. */
export interface CatalogueTask {
  /** Whether the database has a catalogue, possibly an earlier version's. */
  exists(): Promise<boolean>
  /** Updates it, and resolves to the numbers of exercises inserted and updated. */
  update(): Promise<{ readonly inserted: number; readonly updated: number }>
}

/** An update of the catalogue that may still be pending. */
export interface CatalogueUpdate {
  /** Cancels a pending update and waits for a running one, after which the database may be closed. */
  stop(): Promise<void>
}

/**
 * Updates the catalogue: before startup if the database has none, otherwise one second after startup, because loading
 * the data takes 20 ms and there is usually nothing to do. A failure after startup is logged.
 */
export async function startCatalogueUpdate(
  task: CatalogueTask,
  log: Pick<Log, 'info' | 'error'>,
): Promise<CatalogueUpdate> {
  const update = async () => {
    const { inserted, updated } = await task.update()
    if (inserted + updated > 0) log.info({ inserted, updated }, 'updated the catalogue')
  }
  if (!(await task.exists())) {
    await update()
    return { stop: async () => undefined }
  }
  let running = Promise.resolve()
  const timer = setTimeout(() => {
    running = update().catch((error) => log.error({ err: error }, 'failed to update the catalogue'))
  }, delayMs).unref()
  return {
    async stop() {
      clearTimeout(timer)
      await running
    },
  }
}
