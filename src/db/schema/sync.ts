/** An applied mutation, recognized by its id if it is pushed again. */
export interface AppliedMutationsTable {
  userId: string
  mutationId: string
  /** SHA-256 of its content: reusing the id with different content is an error. */
  fingerprint: Uint8Array
  /** The resource's revision after it was applied. */
  revision: number
  appliedAt: number
}
