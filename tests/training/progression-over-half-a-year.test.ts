import { describe, expect, test } from 'bun:test'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { PrescribedSet, Prescription, TrainedSet } from '#training/progression/types.ts'
import { asked, day, even, now, workout } from './history.ts'

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

/** The reps that the lifter can do with a weight, by Epley; each set before costs a little. */
const possible = (oneRepMax: number, kg: number, setsBefore: number) =>
  kg > oneRepMax ? 0 : Math.floor(Math.max(1, 30 * (oneRepMax / kg - 1)) - setsBefore * 0.3)

/** Does the prescription as far as strength allows, and logs it with its RPE. */
function train(sets: readonly PrescribedSet[], oneRepMax: number, at: number): TrainedSet[] {
  return sets.flatMap((set, index) => {
    const kg = (set.weightGrams ?? 0) / 1000
    const able = possible(oneRepMax, kg, index)
    const toFailure = set.openEnded || set.type === 'failure'
    const aim = set.reps?.min ?? 0
    const reps = toFailure ? able : Math.min(aim, able)
    const rpe = Math.max(6, Math.min(10, 10 - (able - reps)))
    return workout((now - at) / day, [{ weight: kg, reps, rpe, type: set.type }]).map((each) => ({
      ...each,
      id: `${at}-${index}`,
      target: { reps: set.reps, weightGrams: set.weightGrams, rpe: set.rpe },
    }))
  })
}

/**
 * Two workouts a week for 26 weeks, each as prescribed from the log so far or with the deload that is offered, and a break of three weeks
 * after week 20.
 */
function simulate(scheme: Scheme, strength: Strength): Week[] {
  const start = now - 200 * day
  const log: TrainedSet[] = workout(203, even(60, [8, 8, 8]))
  const weeks: Week[] = []
  for (let step = 0; step < 52; step++) {
    const week = Math.floor(step / 2)
    if (week >= 20 && week < 23) continue
    const at = start + step * 3.5 * day
    const result = progressionOf(asked(log, scheme, { now: at, since: start, loading }))
    if (result.status !== 'prescription') throw new Error(result.reasons.join())
    const { deload } = result
    const sets = deload?.sets ?? result.sets
    const done = train(sets, strength(week), at)
    log.push(...done)
    const working = sets.filter(({ type }) => type !== 'warmup')
    weeks.push({
      week,
      prescription: result,
      top: Math.max(...working.map(({ weightGrams = 0 }) => weightGrams)) / 1000,
      missed: done.some(({ reps = 0, target }) => reps < (target?.reps?.min ?? 0)),
    })
  }
  return weeks
}

/** Gains 0.8 kg a week up to week 10, then nothing, and is weaker in two bad weeks. */
const stalling: Strength = (week) => 85 + 0.8 * Math.min(week, 10) - (week === 15 || week === 16 ? 8 : 0)
const rules = (weeks: readonly Week[]) => new Set(weeks.map(({ prescription: { rule } }) => rule))
const tops = (weeks: readonly Week[]) => weeks.map(({ top }) => top)

const schemes: {
  readonly scheme: Scheme
  readonly climbs: string
  readonly stalls: string
  readonly eases?: string
  readonly offers?: string
}[] = [
  {
    scheme: { scheme: 'linear', sets: 3, reps: 5 },
    climbs: 'linear.raised',
    stalls: 'linear.missed',
    eases: 'linear.lowered',
  },
  {
    scheme: { scheme: 'double', sets: 3, minReps: 6, maxReps: 8 },
    climbs: 'double.add_weight',
    stalls: 'double.add_reps',
    offers: 'missed',
  },
  { scheme: { scheme: 'sum', sets: 3, totalReps: 24 }, climbs: 'sum.add_weight', stalls: 'sum.stay' },
  { scheme: { scheme: 'rpe', sets: 3, reps: 5, rpe: 8 }, climbs: 'rpe.chart', stalls: 'rpe.chart' },
  {
    scheme: { scheme: 'two_for_two', sets: 3, reps: 6 },
    climbs: 'two_for_two.add_weight',
    stalls: 'two_for_two.stay',
  },
  {
    scheme: { scheme: 'five_three_one' },
    climbs: 'five_three_one.next_cycle',
    stalls: 'five_three_one.next_week',
    eases: 'five_three_one.reset',
  },
  { scheme: { scheme: 'gzclp' }, climbs: 'gzclp.raised', stalls: 'gzclp.next_stage', eases: 'gzclp.restart' },
  {
    scheme: { scheme: 'apre', repMax: 6 },
    climbs: 'apre.raised',
    stalls: 'apre.kept',
    eases: 'apre.lowered',
  },
]

for (const { scheme, climbs, stalls, eases, offers } of schemes) {
  describe(`${scheme.scheme} over 26 weeks`, () => {
    const weeks = simulate(
      scheme,
      scheme.scheme === 'five_three_one' ? (week) => 85 + 0.3 * Math.min(week, 6) : stalling,
    )
    const before = weeks.filter(({ week }) => week < 20)
    const after = weeks.filter(({ week }) => week >= 23)

    test('climbs while the lifter gets stronger', () => {
      expect(rules(weeks)).toContain(climbs)
      const early = before.filter(({ week }) => week < 4)
      expect(Math.max(...tops(before))).toBeGreaterThan(Math.max(...tops(early.slice(0, 2))))
    })

    test('stalls where the lifter does, and never runs away', () => {
      expect(rules(weeks)).toContain(stalls)
      for (const { top } of weeks) expect(top).toBeLessThanOrEqual(95)
    })

    test('deloads after a break, and says why', () => {
      const [first] = after
      expect(first?.prescription.deload?.cause).toBe('break')
      expect(first?.top).toBeLessThan(Math.max(...tops(before)))
    })

    test('resumes from there', () => {
      expect(Math.max(...tops(after))).toBeGreaterThanOrEqual(after[0]?.top ?? Number.NaN)
      expect(after.at(-1)?.prescription.deload?.cause).not.toBe('break')
    })

    if (eases) {
      test('eases off by its own rule, and climbs again', () => {
        const at = before.findIndex(({ prescription: { rule } }) => rule === eases)
        expect(at).toBeGreaterThan(0)
        expect(rules(weeks.slice(at + 1))).toContain(climbs)
      })
    }

    if (offers) {
      test('is offered a deload after a long stall, and recovers from it', () => {
        const at = before.findIndex(({ prescription: { deload } }) => deload?.cause === offers)
        expect(at).toBeGreaterThan(0)
        const offered = before[at]?.top ?? Number.NaN
        expect(offered).toBeLessThan(before[at - 1]?.top ?? Number.NaN)
        expect(Math.max(...tops(before.slice(at)))).toBeGreaterThan(offered)
      })
    }

    test('keeps every weight loadable and every change within reason', () => {
      for (const [index, { prescription }] of weeks.entries()) {
        for (const { weightGrams = 0 } of prescription.sets) expect(loading.has(weightGrams)).toBe(true)
        const last = weeks[index - 1]
        if (last && scheme.scheme !== 'five_three_one' && !prescription.rule.startsWith('gzclp'))
          expect(Math.abs((weeks[index]?.top ?? 0) / last.top - 1)).toBeLessThan(0.25)
      }
    })
  })
}

test('the same log leads to the same half year', () => {
  const scheme = { scheme: 'double' } as const
  expect(tops(simulate(scheme, stalling))).toEqual(tops(simulate(scheme, stalling)))
})
