import { expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'
import { MemoryFold, memoryData, restoreMemory } from '#training/lift-state/index.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import type { ExerciseFacts, PerformedSet } from '#training/types.ts'

const bench: ExerciseFacts = {
  id: 'bench',
  category: 'push',
  pattern: 'horizontal_push',
  equipment: 'barbell',
  tracking: 'weight_reps',
  engagement: [],
}
const options = {
  exercises: new Map([[bench.id, bench]]),
  days: userDays({ timeZone: 'UTC' }),
  bodyweightAt: () => undefined,
}
const set = (workout: number, kilograms: number): PerformedSet => ({
  id: `set${workout}`,
  workoutId: `w${workout}`,
  exerciseId: bench.id,
  performedAt: workout * dayMs,
  type: 'normal',
  weightGrams: kilograms * 1000,
  reps: 5,
})

const cases: { readonly next: number; readonly doubted: string[] }[] = [
  { next: 87, doubted: ['set1'] },
  { next: 870, doubted: [] },
]

test.each(cases)(
  'a memory with a doubted first set, restored from JSON, folds a set of $next kg as the original does',
  ({ next, doubted }) => {
    const fold = new MemoryFold()
    fold.add(new ListedSets([set(1, 870)]), options)
    expect(fold.doubts()).toMatchObject([{ setId: 'set1', doubt: { repair: { load: 87 } } }])
    const restored = restoreMemory(JSON.parse(JSON.stringify(memoryData(fold))))
    expect(restored.of(bench.id)).toBeUndefined()
    for (const memory of [fold, restored]) memory.add(new ListedSets([set(2, next)]), options)
    expect(restored.doubts().map(({ setId }) => setId)).toEqual(doubted)
    expect(memoryData(restored)).toEqual(memoryData(fold))
  },
)
