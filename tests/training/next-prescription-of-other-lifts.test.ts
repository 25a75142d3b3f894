import { describe, expect, test } from 'bun:test'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Progression } from '#training/progression/types.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { formatSets, type LoggedSet, press, progressionInput, setsAt, workout } from './history.ts'
import { doubleProgression, nextPrescription } from './next-prescription.ts'

describe('a lifter who works up to a top set', () => {
  const ramp = (...sets: readonly (readonly [weight: number, reps: number])[]) =>
    progressionOf(
      progressionInput(
        workout(
          1,
          sets.map(([weight, reps]) => ({ weight, reps })),
        ),
        doubleProgression,
      ),
    )
  const plan = (next: Progression) => (next.status === 'prescription' ? formatSets(next.sets) : [])

  test('gets the same number of sets, up to three, at a weight derived from the top set', () => {
    expect(plan(ramp([60, 15], [70, 15], [80, 15]))).toEqual(['82.5×8', '82.5×8', '82.5×8'])
    expect(plan(ramp([50, 12], [60, 12], [70, 12], [80, 10]))).toEqual(['80×11', '80×8', '80×8'])
    expect(plan(ramp([60, 12], [80, 12]))).toEqual(['82.5×8', '82.5×8'])
    expect(plan(ramp([80, 12]))).toEqual(['82.5×8'])
  })

  test('gets only the sets at one weight, if those are at least half of all sets', () => {
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
  const pullUpContext = {
    facts: pullUp,
    bodyweightAt: () => 80_000,
    loading: loadingFor({ unit: 'kg', assisted: true }),
  }

  test('goes from less assistance to bodyweight to added weight', () => {
    const nextAfter = (set: LoggedSet) =>
      nextPrescription(
        progressionInput(
          workout(
            2,
            [set, set].map((each) => ({ ...each, reps: 12 })),
          ),
          doubleProgression,
          pullUpContext,
        ),
      )
    expect(formatSets(nextAfter({ assistanceGrams: 5000 }).sets)).toEqual(['-2.5×8', '-2.5×8'])
    expect(formatSets(nextAfter({ assistanceGrams: 2500 }).sets)).toEqual(['×8', '×8'])
    expect(nextAfter({ assistanceGrams: 2500 }).reasons[0]).toBe(
      'You did 2 × 12 at 2.5 kg of assistance, so move up to 2 × 8 at bodyweight.',
    )
    expect(formatSets(nextAfter({}).sets)).toEqual(['2.5×8', '2.5×8'])
    expect(nextAfter({}).warmUps).toEqual([])
  })

  test('lowers the load including bodyweight by a tenth, not just the added weight', () => {
    const log = [14, 9, 2].flatMap((daysAgo) => workout(daysAgo, setsAt(10, [5, 4])))
    const { sets, rule } = nextPrescription(
      progressionInput(log, { scheme: 'linear', reps: 5 }, pullUpContext),
    )
    expect(rule).toBe('linear.lowered')
    expect(formatSets(sets)).toEqual(['×5', '×5'])
  })

  test('progresses in reps even without a known bodyweight', () => {
    const unknownBodyweight = { ...pullUpContext, bodyweightAt: () => undefined }
    expect(
      formatSets(
        nextPrescription(progressionInput(workout(2, [{ reps: 9 }]), doubleProgression, unknownBodyweight))
          .sets,
      ),
    ).toEqual(['×10'])
  })
})

describe('an exercise that isn’t measured by weight', () => {
  const facts = (
    tracking: ExerciseFacts['tracking'],
    category: ExerciseFacts['category'] = 'core',
  ): ExerciseFacts => ({ ...press, tracking, category })

  test('gets one more rep, or 5% more time or distance', () => {
    const reps = nextPrescription(
      progressionInput(workout(2, [{ reps: 20 }, { reps: 18 }]), undefined, { facts: facts('reps') }),
    )
    expect(reps.sets.map((set) => set.reps?.min)).toEqual([21, 19])
    const plank = nextPrescription(
      progressionInput(workout(2, [{ durationSeconds: 60 }]), undefined, { facts: facts('duration') }),
    )
    expect(plank.sets[0]?.durationSeconds).toBe(65)
    const fiveKilometers = { distanceMillimeters: 5_000_000, durationSeconds: 1500 }
    const run = nextPrescription(
      progressionInput([...workout(9, [fiveKilometers]), ...workout(2, [fiveKilometers])], undefined, {
        facts: facts('distance_duration', 'cardio'),
      }),
    )
    expect(run.sets[0]?.distanceMillimeters).toBe(5_200_000)
  })

  test('repeats the same duration for mobility', () => {
    const stretch = nextPrescription(
      progressionInput(workout(2, [{ durationSeconds: 60 }]), undefined, {
        facts: facts('duration', 'mobility'),
      }),
    )
    expect(stretch.sets[0]?.durationSeconds).toBe(60)
  })
})
