import type { Log } from '#lib/log.ts'

/**
 * How long after startup, in milliseconds, the catalogue is checked: once the first requests have been
 * answered.
 */
const delayMs = 1000

/** What updates the catalogue. */
export interface CatalogueTask {
  /** Whether the database has a catalogue, if perhaps an earlier version's. */
  exists(): Promise<boolean>
  /** Updates it, and resolves to how many exercises that wrote. */
  update(): Promise<{ readonly inserted: number; readonly updated: number }>
}

/** An update of the catalogue that may still be to come. */
export interface CatalogueUpdate {
  /** Starts nothing more, and resolves when a running update has ended: then the database may be closed. */
  stop(): Promise<void>
}

/**
 * Updates the catalogue: at once if there is none, and a second later if there is one, which may be an earlier
 * version's. Loading the data takes 20 ms, usually to find that there is nothing to do. A failure after
 * startup is logged.
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
