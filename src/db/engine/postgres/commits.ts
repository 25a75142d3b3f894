import type { Statement } from './batch.ts'

/** Commits transactions whose statements are all known. */
export interface Commits {
  /**
   * Runs a transaction of a user, and commits it. If the server reports that it failed, rejects with the server's
   * error, and nothing was written. After any other error, it may have been committed.
   */
  run(userId: string, statements: readonly Statement[]): Promise<void>
}
