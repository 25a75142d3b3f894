import { describe, expect, test } from 'bun:test'
import { dayMs } from '#training/day-ms.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { PrescribedSet, Prescription, TrainedSet } from '#training/progression/types.ts'
import { now, progressionInput, setsAt, workout } from './history.ts'

/** The lifter's one-rep max in a week, in kilograms. */
type Strength = (week: number) => number

interface Week {
  readonly week: number
  readonly prescription: Prescription
  /** The weight of the heaviest working set, in kilograms. */
  readonly top: number
  readonly missed: boolean
}

const loading = loadingFor({
  equipment: 'barbell',
  unit: 'kg',
  plates: [20, 15, 10, 5, 2.5, 1.25].map((value) => ({ weight: { value, unit: 'kg' as const }, pairs: 3 })),
})

/** The reps that the lifter can do with a weight, by Epley. Each earlier set costs 0.3 reps. */
const possibleReps = (oneRepMax: number, kg: number, setsBefore: number) =>
  kg > oneRepMax ? 0 : Math.floor(Math.max(1, 30 * (oneRepMax / kg - 1)) - setsBefore * 0.3)

/** Logs the prescribed sets with as many of their reps as the lifter's strength allows, each with its RPE. */
function train(sets: readonly PrescribedSet[], oneRepMax: number, at: number): TrainedSet[] {
  return sets.flatMap((set, index) => {
    const kg = (set.weightGrams ?? 0) / 1000
    const maxReps = possibleReps(oneRepMax, kg, index)
    const isToFailure = set.openEnded || set.type === 'failure'
    const targetReps = set.reps?.min ?? 0
    const reps = isToFailure ? maxReps : Math.min(targetReps, maxReps)
    const rpe = Math.max(6, Math.min(10, 10 - (maxReps - reps)))
    return workout((now - at) / dayMs, [{ weight: kg, reps, rpe, type: set.type }]).map((each) => ({
      ...each,
      id: `${at}-${index}`,
      target: { reps: set.reps, weightGrams: set.weightGrams, rpe: set.rpe },
    }))
  })
}

/**
 * Two workouts a week for 26 weeks, with a break of three weeks after week 20. Each workout follows the prescription
 * from the log so far, or the deload if one is offered.
 */
function simulate(scheme: Scheme, strength: Strength): Week[] {
  const start = now - 200 * dayMs
  const log: TrainedSet[] = workout(203, setsAt(60, [8, 8, 8]))
  const weeks: Week[] = []
  for (let step = 0; step < 52; step++) {
    const week = Math.floor(step / 2)
    if (week >= 20 && week < 23) continue
    const at = start + step * 3.5 * dayMs
    const result = progressionOf(progressionInput(log, scheme, { now: at, since: start, loading }))
    if (result.status !== 'prescription') throw new Error(result.reasons.join())
    const { deload } = result
    const sets = deload?.sets ?? result.sets
    const logged = train(sets, strength(week), at)
    log.push(...logged)
    const working = sets.filter(({ type }) => type !== 'warmup')
    weeks.push({
      week,
      prescription: result,
      top: Math.max(...working.map(({ weightGrams = 0 }) => weightGrams)) / 1000,
      missed: logged.some(({ reps = 0, target }) => reps < (target?.reps?.min ?? 0)),
    })
  }
  return weeks
}

/** A lifter who gains 0.8 kg a week until week 10 and nothing after that, and is weaker in two bad weeks. */
const stalling: Strength = (week) => 85 + 0.8 * Math.min(week, 10) - (week === 15 || week === 16 ? 8 : 0)
const rules = (weeks: readonly Week[]) => new Set(weeks.map(({ prescription: { rule } }) => rule))
const tops = (weeks: readonly Week[]) => weeks.map(({ top }) => top)

const schemes: {
  readonly scheme: Scheme
  /** The rule that raises the weight or the reps. */
  readonly raisingRule: string
  /** The rule that applies while the lifter doesn't get stronger. */
  readonly stallRule: string
  /** The rule that lowers the weight after a long stall, if the scheme has one. */
  readonly loweringRule?: string
  /** The cause of the deload that is offered after a long stall, if the scheme has no rule that lowers the weight. */
  readonly deloadCause?: string
}[] = [
  {
    scheme: { scheme: 'linear', sets: 3, reps: 5 },
    raisingRule: 'linear.raised',
    stallRule: 'linear.missed',
    loweringRule: 'linear.lowered',
  },
  {
    scheme: { scheme: 'double', sets: 3, minReps: 6, maxReps: 8 },
    raisingRule: 'double.add_weight',
    stallRule: 'double.add_reps',
    deloadCause: 'missed',
  },
  { scheme: { scheme: 'sum', sets: 3, totalReps: 24 }, raisingRule: 'sum.add_weight', stallRule: 'sum.stay' },
  { scheme: { scheme: 'rpe', sets: 3, reps: 5, rpe: 8 }, raisingRule: 'rpe.chart', stallRule: 'rpe.chart' },
  {
    scheme: { scheme: 'two_for_two', sets: 3, reps: 6 },
    raisingRule: 'two_for_two.add_weight',
    stallRule: 'two_for_two.stay',
  },
  {
    scheme: { scheme: 'five_three_one' },
    raisingRule: 'five_three_one.next_cycle',
    stallRule: 'five_three_one.next_week',
    loweringRule: 'five_three_one.reset',
  },
  {
    scheme: { scheme: 'gzclp' },
    raisingRule: 'gzclp.raised',
    stallRule: 'gzclp.next_stage',
    loweringRule: 'gzclp.restart',
  },
  {
    scheme: { scheme: 'apre', repMax: 6 },
    raisingRule: 'apre.raised',
    stallRule: 'apre.kept',
    loweringRule: 'apre.lowered',
  },
]

for (const { scheme, raisingRule, stallRule, loweringRule, deloadCause } of schemes) {
  describe(`${scheme.scheme} over 26 weeks`, () => {
    const weeks = simulate(
      scheme,
      scheme.scheme === 'five_three_one' ? (week) => 85 + 0.3 * Math.min(week, 6) : stalling,
    )
    const beforeBreak = weeks.filter(({ week }) => week < 20)
    const afterBreak = weeks.filter(({ week }) => week >= 23)

    test('raises the weight while the lifter gets stronger', () => {
      expect(rules(weeks)).toContain(raisingRule)
      const early = beforeBreak.filter(({ week }) => week < 4)
      expect(Math.max(...tops(beforeBreak))).toBeGreaterThan(Math.max(...tops(early.slice(0, 2))))
    })

    test('stops raising the weight when the lifter stalls, and never exceeds their strength', () => {
      expect(rules(weeks)).toContain(stallRule)
      for (const { top } of weeks) expect(top).toBeLessThanOrEqual(95)
    })

    test('offers a deload after the break', () => {
      const [first] = afterBreak
      expect(first?.prescription.deload?.cause).toBe('break')
      expect(first?.top).toBeLessThan(Math.max(...tops(beforeBreak)))
    })

    test('no longer offers a deload for the break at the end', () => {
      expect(afterBreak.at(-1)?.prescription.deload?.cause).not.toBe('break')
    })

    if (loweringRule) {
      test('lowers the weight by its own rule after a stall, and raises it again later', () => {
        const loweredIndex = beforeBreak.findIndex(({ prescription: { rule } }) => rule === loweringRule)
        expect(loweredIndex).toBeGreaterThan(0)
        expect(rules(weeks.slice(loweredIndex + 1))).toContain(raisingRule)
      })
    }

    if (deloadCause) {
      test('offers a deload after a long stall, and recovers from it', () => {
        const deloadIndex = beforeBreak.findIndex(
          ({ prescription: { deload } }) => deload?.cause === deloadCause,
        )
        expect(deloadIndex).toBeGreaterThan(0)
        const deloadTop = beforeBreak[deloadIndex]?.top ?? Number.NaN
        expect(deloadTop).toBeLessThan(beforeBreak[deloadIndex - 1]?.top ?? Number.NaN)
        expect(Math.max(...tops(beforeBreak.slice(deloadIndex)))).toBeGreaterThan(deloadTop)
      })
    }

    test('prescribes only loadable weights, and changes them by less than 25% at a time', () => {
      for (const [index, { prescription }] of weeks.entries()) {
        for (const { weightGrams = 0 } of prescription.sets) expect(loading.has(weightGrams)).toBe(true)
        const previous = weeks[index - 1]
        if (previous && scheme.scheme !== 'five_three_one' && !prescription.rule.startsWith('gzclp'))
          expect(Math.abs((weeks[index]?.top ?? 0) / previous.top - 1)).toBeLessThan(0.25)
      }
    })
  })
}

test('simulating the same lifter twice gives the same weights', () => {
  const scheme = { scheme: 'double' } as const
  expect(tops(simulate(scheme, stalling))).toEqual(tops(simulate(scheme, stalling)))
})
