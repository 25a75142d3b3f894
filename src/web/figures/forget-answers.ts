import { answerStore, openAnswers } from './stored-answers.ts'

/** Deletes all stored answers, on logout. */
export async function forgetAnswers(): Promise<void> {
  try {
    const database = await openAnswers()
    database.transaction(answerStore, 'readwrite').objectStore(answerStore).clear()
  } catch {
    // Without a database, there are none.
  }
}
