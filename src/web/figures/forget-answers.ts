import { openAnswers, store } from './kept.ts'

/** Deletes all kept answers, on logout. */
export async function forgetAnswers(): Promise<void> {
  try {
    const database = await openAnswers()
    database.transaction(store, 'readwrite').objectStore(store).clear()
  } catch {
    // Without a database, there are none.
  }
}
