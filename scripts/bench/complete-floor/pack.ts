import type { Schemas } from '#generated/types.ts'

type Sets = Schemas['Workout']['exercises'][number]['sets']

const bytesOfSet = 28
const types = { warmup: 0, normal: 1, drop: 2, failure: 3 } as const

/** Sets as fixed-size records: id, type, reps, grams, RPE and rest. */
export function packSets(sets: Sets): Uint8Array {
  const bytes = Buffer.allocUnsafe(sets.length * bytesOfSet)
  let offset = 0
  for (const { id, type, reps = 0, weight, rpe = 0, restSeconds = 0 } of sets) {
    bytes.write(id.replaceAll('-', ''), offset, 'hex')
    bytes[offset + 16] = types[type]
    bytes[offset + 17] = rpe * 2
    bytes.writeUInt16LE(reps, offset + 18)
    bytes.writeUInt32LE(Math.round((weight?.value ?? 0) * 1000), offset + 20)
    bytes.writeUInt32LE(restSeconds, offset + 24)
    offset += bytesOfSet
  }
  return bytes
}
