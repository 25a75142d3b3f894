import { expect, test } from 'bun:test'
import { bodyweightOver } from '#training/bodyweight.ts'
import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'
import { MemoryFold, memoryData, memoryVersion } from '#training/lift-state/index.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import type { ExerciseFacts, PerformedSet } from '#training/types.ts'

const facts = (id: string, bodyweightShare: number): ExerciseFacts => ({
  id,
  category: 'push',
  tracking: 'weight_reps',
  unilateral: false,
  perHand: false,
  bodyweightShare,
  engagement: [],
})
const lifts = [facts('bench', 0), facts('squat', 0), facts('pull-up', 0.95)]

/** A log with every special case of the fold: drops, failures, light days, a break, a phase, a typing error. */
function logWithSpecialCases(): PerformedSet[] {
  const sets: PerformedSet[] = []
  for (let workout = 0; workout < 60; workout++) {
    const performedAt = Date.UTC(2025, 0, 6) + (workout * 3 + (workout > 40 ? 90 : 0)) * dayMs
    const isLight = workout % 9 === 8
    for (const [position, { id }] of lifts.entries()) {
      const base = id === 'pull-up' ? (workout % 5) * 2.5 : 60 + position * 30 + Math.floor(workout / 3) * 2.5
      for (let set = 0; set < 4; set++) {
        const isTypo = workout === 30 && position === 0 && set === 1
        const isFailedTypo = workout === 33 && position === 1 && set === 1
        sets.push({
          id: `${workout}-${id}-${set}`,
          workoutId: `w${workout}`,
          exerciseId: id,
          performedAt,
          type: set === 3 && workout % 4 === 0 ? 'drop' : 'normal',
          weightGrams: Math.round((isLight ? 0.7 : 1) * base * 1000) * (isTypo || isFailedTypo ? 10 : 1),
          reps: isFailedTypo || (workout % 11 === 10 && set === 2) ? 0 : 5 + ((workout + set) % 4),
          rpe: workout % 2 === 0 ? 7 + (set % 3) : undefined,
          phase: workout > 50 && workout < 54 ? 'deload' : undefined,
        })
      }
    }
  }
  return sets
}

test('a log folds to the same memory as long as the version stays the same', () => {
  const fold = new MemoryFold()
  const days = userDays({ timeZone: 'UTC' })
  const bodyweightAt = bodyweightOver([{ measuredAt: 0, weightGrams: 80_000 }], days)
  fold.add(new ListedSets(logWithSpecialCases()), {
    exercises: new Map(lifts.map((lift) => [lift.id, lift])),
    days,
    bodyweightAt,
  })
  expect(fold.doubts().map(({ setId }) => setId)).toEqual(['30-bench-1', '33-squat-1'])
  // Only nine digits, because later ones may depend on the processor.
  const serialized = JSON.stringify(memoryData(fold), (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  )
  // If the change is intended, increase `memoryVersion`, so that stored memories are folded again.
  expect(
    `${memoryVersion}: ${new Bun.CryptoHasher('sha256').update(serialized).digest('hex').slice(0, 16)}`,
  ).toBe('10: c510ed7826c9f9b2')
})
