import type { MemoryData } from '#training/lift-state/index.ts'

/** Fast rather than small: a checkpoint is written among the writes of workouts. */
const level = 1

/** A memory as bytes: JSON, compressed. */
export function packMemory(data: MemoryData): Uint8Array {
  return Bun.zstdCompressSync(JSON.stringify(data), { level })
}

/** The memory that was packed. */
export function unpackMemory(bytes: Uint8Array): MemoryData {
  return JSON.parse(Bun.zstdDecompressSync(bytes).toString())
}
