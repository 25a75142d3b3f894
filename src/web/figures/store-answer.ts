import { answerStore, openAnswers, type StoredAnswer } from './stored-answers.ts'

/** Stores an answer. If the storage is full, it is computed again the next time. */
export async function storeAnswer(key: string, stored: StoredAnswer): Promise<void> {
  try {
    const database = await openAnswers()
    database.transaction(answerStore, 'readwrite').objectStore(answerStore).put(stored, key)
  } catch {
    // Stored answers only save time.
  }
}
