import type { MemoryData } from '#training/lift-state/index.ts'

/** Fast rather than small, because checkpoints are written in the transactions of workouts. */
const level = 1

/** Serializes a memory as compressed JSON. */
export function packMemory(data: MemoryData): Uint8Array {
  return Bun.zstdCompressSync(JSON.stringify(data), { level })
}

/** The inverse of `packMemory`. */
export function unpackMemory(bytes: Uint8Array): MemoryData {
  return JSON.parse(Bun.zstdDecompressSync(bytes).toString())
}
