import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { compareLogs } from '#db/packed/compare-logs.ts'
import type { PackedWorkoutRow } from '#db/packed/packed-workouts.ts'
import { basesAfter, continueHistory, type FoldInput } from '#services/analytics/fold-training.ts'
import { changedLog, logFacts, randomFrom, randomLog } from '#tests/db/lift-memory/random-log.ts'
import { runs } from '#tests/support/runs.ts'
import { gramsFor } from '#training/log/performed-set.ts'
import type { SetHistory } from '#training/records/set-history.ts'

const exercises = new Map(logFacts.map((facts) => [facts.id, facts]))
const toGrams = (whole: number) => gramsFor(whole, 'lb')

function inputOf(workouts: readonly PackedWorkoutRow[]): FoldInput {
  return { workouts, grams: toGrams, options: { exercises, bodyweightAt: () => 80_123.4 } }
}

function firstDifference(a: readonly PackedWorkoutRow[], b: readonly PackedWorkoutRow[]): number {
  const index = b.findIndex((row, at) => row !== a[at])
  return index < 0 ? b.length : index
}

/** Everything that a history says, with the bests in an order that doesn't depend on where the fold started. */
function contentOf({ beaten, bests, totals, workoutIds }: SetHistory) {
  const current = [...bests].map(([id, exercise]) => [id, exercise.current().sort(byText)])
  return { beaten: beaten.all(), current: current.sort(byText), totals, workoutIds }
}

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

test('after any changes to a log, its history and bases equal those folded from the first workout', () => {
  let continued = 0
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = randomFrom(seed)
      let rows: readonly PackedWorkoutRow[] = randomLog(random, 420)
      let bases = basesAfter(inputOf(rows), undefined, 0)
      for (let change = 0; change < 8; change++) {
        const earlier = rows
        const times = random.chance(0.2) ? 3 : 1
        for (let time = 0; time < times; time++) rows = changedLog(random, rows)
        const unchanged = firstDifference(earlier, rows)
        const changes = compareLogs(earlier, rows, unchanged, (row, other) => row === other)
        const input = inputOf(rows)
        if (bases.base.index > unchanged) continued++
        bases = basesAfter(input, bases, unchanged, changes)
        const fromFirst = { index: 0, fold: basesAfter(inputOf([]), undefined, 0).base.fold }
        for (const base of [bases.base, bases.farBase])
          if (base)
            expect(contentOf(base.fold)).toEqual(contentOf(continueHistory(input, fromFirst, base.index)))
        expect(contentOf(continueHistory(input, bases.base, rows.length))).toEqual(
          contentOf(continueHistory(input, fromFirst, rows.length)),
        )
      }
    }),
    { numRuns: runs(10) },
  )
  // Otherwise most changes would be near the end, where everything is folded again.
  expect(continued).toBeGreaterThan(runs(10) * 3)
}, 60_000)
