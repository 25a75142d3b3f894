import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { foldInSteps } from '#db/lift-memory/fold-in-steps.ts'
import { continueFold, type LogToFold, type RememberedLog } from '#db/lift-memory/fold-tail.ts'
import type { PackedWorkoutRow } from '#db/packed/packed-workouts.ts'
import { runs } from '#tests/support/runs.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'
import { MemoryFold, memoryData } from '#training/lift-state/index.ts'
import { changedLog, logFacts, randomFrom, randomLog } from './random-log.ts'

const days = userDays({ timeZone: 'UTC', dayStartHour: 0 })
const bodyweights = [
  { measuredAt: 50 * dayMs, weightGrams: 80_000 },
  { measuredAt: 250 * dayMs, weightGrams: 84_000 },
]
const exercises = new Map(logFacts.map((facts) => [facts.id, facts]))
const context = {
  options: { exercises, days, bodyweightAt: bodyweightOver(bodyweights, days) },
  digestOf: () => 'unchanged',
}
const exerciseIds = new Set(exercises.keys())

function fold(tail: readonly PackedWorkoutRow[], previous?: RememberedLog): RememberedLog {
  const log: LogToFold = { seq: 1, base: undefined, fold: new MemoryFold(), tail, exerciseIds, context }
  const steps = foldInSteps(log, previous, Number.MAX_SAFE_INTEGER)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** How many workouts before the last ones have the same trace as before, by identity: they weren't folded from sets. */
function reusedTraces({ traces }: RememberedLog, { traces: earlierTraces }: RememberedLog): number {
  const earlier = new Set(earlierTraces)
  return traces.filter((trace) => earlier.has(trace)).length
}

test('after any changes to a log, its memory and every snapshot equal those folded from the first workout', () => {
  let reused = 0
  let folded = 0
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = randomFrom(seed)
      let rows: readonly PackedWorkoutRow[] = randomLog(random, 300)
      let log = fold(rows)
      for (let change = 0; change < 8; change++) {
        const times = random.chance(0.2) ? 3 : 1
        for (let time = 0; time < times; time++) rows = changedLog(random, rows)
        const previous = log
        log = fold(rows, previous)
        reused += reusedTraces(log, previous)
        folded += rows.length
        const recount = fold(rows)
        expect(memoryData(log.fold)).toEqual(memoryData(recount.fold))
        expect(log.fold.doubts()).toEqual(recount.fold.doubts())
        let last = { count: 0, fold: new MemoryFold() }
        for (const { count, fold: snapshot } of log.snapshots) {
          last = { count, fold: continueFold(last, rows, count, context) }
          expect(memoryData(snapshot)).toEqual(memoryData(last.fold))
        }
        expect(log.traces.length).toBe(rows.length)
      }
    }),
    { numRuns: runs(12) },
  )
  // Otherwise the test would say nothing about partial folds.
  expect(reused).toBeGreaterThan(0.3 * folded)
}, 60_000)
