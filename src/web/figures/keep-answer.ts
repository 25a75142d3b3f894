import { answerStore, type KeptAnswer, openAnswers } from './kept.ts'

/** Keeps an answer. If the storage is full, it is computed again the next time. */
export async function keepAnswer(key: string, kept: KeptAnswer): Promise<void> {
  try {
    const database = await openAnswers()
    database.transaction(answerStore, 'readwrite').objectStore(answerStore).put(kept, key)
  } catch {
    // Kept answers only save time.
  }
}
