import type { FoldedLift, MemoryContent } from './judge.ts'
import { MemoryFold } from './memory-fold.ts'
import { newLift } from './state.ts'

/** A fold as plain data, in a fixed order. */
export interface MemoryData extends Pick<MemoryContent, 'lifters'> {
  readonly exerciseIds: readonly string[]
  readonly lifts: readonly (readonly [exerciseId: string, folded: FoldedLift])[]
}

/** Converts a fold to plain data. */
export function memoryData({ content }: MemoryFold): MemoryData {
  const lifts = [...content.lifts].filter(([, { lift, doubted }]) => lift.sessions > 0 || doubted.length > 0)
  lifts.sort(([a], [b]) => (a < b ? -1 : 1))
  return { exerciseIds: [...content.exerciseIds].sort(), lifts, lifters: { ...content.lifters } }
}

/** Restores the fold that `memoryData` converted, even after a round trip through JSON. */
export function restoreMemory({ exerciseIds, lifts, lifters }: MemoryData): MemoryFold {
  // JSON has no infinite numbers, which the state of a lift contains before its first session.
  const restored = lifts.map(([id, folded]): [string, FoldedLift] => [
    id,
    folded.lift.sessions > 0 ? folded : { ...folded, lift: newLift },
  ])
  return new MemoryFold({ exerciseIds: new Set(exerciseIds), lifts: new Map(restored), lifters })
}
