/** An applied mutation that a client pushed; pushed again, it is recognized by its id. */
export interface AppliedMutationsTable {
  userId: string
  mutationId: string
  /** SHA-256 of its content: the same id with other content is an error. */
  fingerprint: Uint8Array
  /** The resource's revision once it was applied. */
  revision: number
  appliedAt: number
}
