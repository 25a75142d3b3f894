/** The name of a database that exists only for a moment. */
const name = 'new-log'

/**
 * Makes Chromium switch its IndexedDB to a new LevelDB log file, a side effect of deleting a database.
 *
 * A Chromium that is killed during a write may leave a truncated LevelDB record at the end of the log file. The next
 * start ignores it and appends to the same file; the start after that finds the file corrupt and deletes all of the
 * origin's databases. Switching takes 5 to 30 ms, the most with ten years of training.
 */
export function switchLogFile(factory: IDBFactory): void {
  const request = factory.open(name, 1)
  request.onsuccess = () => {
    request.result.close()
    factory.deleteDatabase(name)
  }
}
