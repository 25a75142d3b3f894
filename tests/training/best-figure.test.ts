import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { bestFigure } from '#training/best-figure.ts'
import { userDays } from '#training/days.ts'
import { formulaIds } from '#training/e1rm.ts'
import type { ProgressMetric } from '#training/progress.ts'
import { type PointContext, type WorkoutPoint, workoutPoints } from '#training/progress-points.ts'
import { factsOf } from '#training/types.ts'
import { exerciseIndex, performedSet } from './arbitraries.ts'

const figureOf: Record<ProgressMetric, (point: WorkoutPoint) => number> = {
  one_rep_max: ({ oneRepMax }) => oneRepMax?.value ?? 0,
  level: ({ level }) => level,
  reps: ({ mostReps }) => mostReps,
  duration: ({ longestSeconds }) => longestSeconds,
  distance: ({ farthestMillimeters }) => farthestMillimeters,
}

/** The bodyweights of workouts; two have none. */
const bodyweights: Record<string, number> = { w1: 60_000, w2: 75_000, w3: 90_000, w4: 120_000 }

test('the best figure of any sets equals the best figure among their workouts', () => {
  const days = userDays({ timeZone: 'UTC' })
  const metrics = fc.constantFrom<ProgressMetric>('one_rep_max', 'level', 'reps', 'duration', 'distance')
  let found = 0
  fc.assert(
    fc.property(
      exerciseIndex,
      fc.array(performedSet, { maxLength: 20 }),
      metrics,
      fc.constantFrom(...formulaIds),
      (index, anySets, metric, formula) => {
        const sets = anySets.map((set) => ({ ...set, workoutBodyweightGrams: bodyweights[set.workoutId] }))
        const facts = factsOf(index, 'a')
        const context: PointContext = {
          facts,
          formula,
          days,
          bodyweightAt: ({ workoutBodyweightGrams }) => workoutBodyweightGrams,
        }
        const points = workoutPoints(sets, context)
        const best = Math.max(0, ...points.map(figureOf[metric]))
        expect(bestFigure(metric, sets, context)).toBe(best > 0 ? best : undefined)
        if (best > 0) found++
      },
    ),
    { numRuns: 500 },
  )
  expect(found).toBeGreaterThan(100)
})
