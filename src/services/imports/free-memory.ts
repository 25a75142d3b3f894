/** For files smaller than this, in bytes, there is too little to give back. */
const worthwhile = 512 * 1024

/**
 * Frees the memory that reading a file took, in about 20 ms, after others have had their turn. Left to
 * itself, the engine would keep one import's garbage until the next ones have doubled it.
 */
export async function freeMemory(fileBytes: number): Promise<void> {
  if (fileBytes < worthwhile) return
  await new Promise(setImmediate)
  Bun.gc(true)
}
