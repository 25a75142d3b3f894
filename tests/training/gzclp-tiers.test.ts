import { expect, test } from 'bun:test'
import { bodyweightOver } from '#training/bodyweight.ts'
import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { TrainedSet } from '#training/progression/types.ts'

const facts = {
  id: 'barbell-bench-press',
  category: 'push',
  tracking: 'weight_reps',
  perHand: false,
  bodyweightShare: 0,
  engagement: [],
} as const
const days = userDays({ timeZone: 'UTC', dayStartHour: 0 })
const lb = 453.59237

/** The rule, sets, reps and pounds that a tier prescribes after these sessions of three sets. */
function after(tier: 2 | 3, sessions: readonly (readonly [weight: number, reps: readonly number[]])[]) {
  const sets = sessions.flatMap(([weight, reps], session) =>
    reps.map(
      (count, set): TrainedSet => ({
        id: `${session}/${set}`,
        workoutId: String(session),
        exerciseId: facts.id,
        performedAt: session * dayMs,
        type: 'normal',
        reps: count,
        weightGrams: weight * lb,
      }),
    ),
  )
  const next = progressionOf({
    facts,
    sets,
    scheme: { scheme: 'gzclp', tier },
    since: 0,
    unit: 'lb',
    loading: loadingFor({ equipment: 'barbell', unit: 'lb' }),
    bodyweightAt: bodyweightOver([], days),
    days,
    now: 10 * dayMs,
  })
  if (next.status !== 'prescription') throw new Error(next.reasons[0])
  const [first] = next.sets
  return [next.rule, next.sets.length, first?.reps?.min, Math.round((first?.weightGrams ?? 0) / lb)]
}

test('tier 2 goes from tens to eights to sixes, and then restarts tens 15 lb above the last tens', () => {
  const tens = [100, [10, 10, 10]] as const
  expect(after(2, [tens])).toEqual(['gzclp.raised', 3, 10, 105])
  const missed = [...[tens], [105, [10, 10, 9]] as const]
  expect(after(2, missed)).toEqual(['gzclp.next_stage', 3, 8, 105])
  const eights = [...missed, [105, [8, 8, 7]] as const]
  expect(after(2, eights)).toEqual(['gzclp.next_stage', 3, 6, 105])
  expect(after(2, [...eights, [105, [6, 6, 6]] as const])).toEqual(['gzclp.raised', 3, 6, 110])
  expect(after(2, [...eights, [105, [6, 6, 5]] as const])).toEqual(['gzclp.restart', 3, 10, 120])
})

test('tier 3 stays until the last set has 25 reps, and then adds 5 lb', () => {
  expect(after(3, [[50, [15, 15, 24]]])).toEqual(['gzclp.same', 3, 15, 50])
  expect(after(3, [[50, [15, 15, 25]]])).toEqual(['gzclp.raised', 3, 15, 55])
})
