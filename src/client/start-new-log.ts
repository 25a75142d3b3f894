/** The name of a database that exists only for a moment. */
const name = 'new-log'

/**
 * Makes Chromium continue in a new log file, which it does to delete a database.
 *
 * A Chromium that is killed while it writes may leave half a record at the end of the log of an origin's databases. The
 * next Chromium ignores it but appends to the same file, which the one after that finds corrupt, and therefore deletes
 * all databases of the origin. Starting a new log takes 5 to 30 ms, the most with ten years of training.
 */
export function startNewLog(factory: IDBFactory): void {
  const request = factory.open(name, 1)
  request.onsuccess = () => {
    request.result.close()
    factory.deleteDatabase(name)
  }
}
