import { describe, expect, test } from 'bun:test'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Progression } from '#training/progression/types.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { asked, even, press, read, type Written, workout } from './history.ts'
import { double, next } from './next-prescription.ts'

describe('a lifter who works up to a top set', () => {
  const ramp = (...sets: readonly (readonly [weight: number, reps: number])[]) =>
    progressionOf(
      asked(
        workout(
          1,
          sets.map(([weight, reps]) => ({ weight, reps })),
        ),
        double,
      ),
    )
  const plan = (next: Progression) => (next.status === 'prescription' ? read(next.sets) : [])

  test('gets as many sets as they did, up to three, at a weight derived from the top set', () => {
    expect(plan(ramp([60, 15], [70, 15], [80, 15]))).toEqual(['82.5×8', '82.5×8', '82.5×8'])
    expect(plan(ramp([50, 12], [60, 12], [70, 12], [80, 10]))).toEqual(['80×11', '80×8', '80×8'])
    expect(plan(ramp([60, 12], [80, 12]))).toEqual(['82.5×8', '82.5×8'])
    expect(plan(ramp([80, 12]))).toEqual(['82.5×8'])
  })

  test('gets the usual number of sets after back-off sets, or if half of the sets had one weight', () => {
    expect(plan(ramp([100, 5], [80, 10], [80, 10], [80, 9]))).toEqual(['80×11', '80×11', '80×10'])
    expect(plan(ramp([48, 13], [60, 13], [72, 12], [72, 10]))).toEqual(['72×12', '72×11'])
  })
})

describe('a bodyweight lift', () => {
  const pullUp: ExerciseFacts = {
    ...press,
    tracking: 'bodyweight_reps',
    bodyweightShare: 1,
    category: 'pull',
  }
  const more = {
    facts: pullUp,
    bodyweightAt: () => 80_000,
    loading: loadingFor({ unit: 'kg', assisted: true }),
  }

  test('goes from less assistance to bodyweight to added weight', () => {
    const from = (set: Written) =>
      next(
        asked(
          workout(
            2,
            [set, set].map((each) => ({ ...each, reps: 12 })),
          ),
          double,
          more,
        ),
      )
    expect(read(from({ assistanceGrams: 5000 }).sets)).toEqual(['-2.5×8', '-2.5×8'])
    expect(read(from({ assistanceGrams: 2500 }).sets)).toEqual(['×8', '×8'])
    expect(from({ assistanceGrams: 2500 }).reasons[0]).toBe(
      'You did 2 × 12 at 2.5 kg of assistance, so move up to 2 × 8 at bodyweight.',
    )
    expect(read(from({}).sets)).toEqual(['2.5×8', '2.5×8'])
    expect(from({}).warmUps).toEqual([])
  })

  test('takes a tenth off the whole load, not off the added weight', () => {
    const log = [14, 9, 2].flatMap((daysAgo) => workout(daysAgo, even(10, [5, 4])))
    const { sets, rule } = next(asked(log, { scheme: 'linear', reps: 5 }, more))
    expect(rule).toBe('linear.lowered')
    expect(read(sets)).toEqual(['×5', '×5'])
  })

  test('without a known bodyweight still progresses in reps and added weight', () => {
    const unknown = { ...more, bodyweightAt: () => undefined }
    expect(read(next(asked(workout(2, [{ reps: 9 }]), double, unknown)).sets)).toEqual(['×10'])
  })
})

describe('an exercise that isn’t measured by weight', () => {
  const facts = (
    tracking: ExerciseFacts['tracking'],
    category: ExerciseFacts['category'] = 'core',
  ): ExerciseFacts => ({ ...press, tracking, category })

  test('gets one more rep, or 5% more time or distance', () => {
    const reps = next(asked(workout(2, [{ reps: 20 }, { reps: 18 }]), undefined, { facts: facts('reps') }))
    expect(reps.sets.map((set) => set.reps?.min)).toEqual([21, 19])
    const plank = next(asked(workout(2, [{ durationSeconds: 60 }]), undefined, { facts: facts('duration') }))
    expect(plank.sets[0]?.durationSeconds).toBe(65)
    const five = { distanceMillimeters: 5_000_000, durationSeconds: 1500 }
    const run = next(
      asked([...workout(9, [five]), ...workout(2, [five])], undefined, {
        facts: facts('distance_duration', 'cardio'),
      }),
    )
    expect(run.sets[0]?.distanceMillimeters).toBe(5_200_000)
  })

  test('stays as it is for mobility', () => {
    const stretch = next(
      asked(workout(2, [{ durationSeconds: 60 }]), undefined, { facts: facts('duration', 'mobility') }),
    )
    expect(stretch.sets[0]?.durationSeconds).toBe(60)
  })
})
