import type { PrescribedSet } from '../progression/types.ts'

/** The heaviest of the sets, in their order; of equally heavy ones the first. So a ramp keeps its top set. */
export function fewerSets(sets: readonly PrescribedSet[], count: number): readonly PrescribedSet[] {
  const byLoad = [...sets.keys()].sort((a, b) => loadOf(sets[b]) - loadOf(sets[a]) || a - b)
  const kept = new Set(byLoad.slice(0, count))
  return sets.filter((_, index) => kept.has(index))
}

const loadOf = (set: PrescribedSet | undefined): number =>
  (set?.weightGrams ?? 0) - (set?.assistanceGrams ?? 0)
