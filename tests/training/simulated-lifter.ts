import { dayMs } from '#training/day-ms.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { PrescribedSet, TrainedSet } from '#training/progression/types.ts'
import { press, progressionInput } from './history.ts'

/** Pseudorandom numbers from 0 to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A prescription that a simulated lifter followed. */
export interface FollowedPrescription {
  readonly rule: string
  readonly chance: number
  /** Whether the first of the heaviest sets reached its minimum reps. */
  readonly made: boolean
}

const loading = loadingFor({
  equipment: 'barbell',
  unit: 'kg',
  plates: [20, 15, 10, 5, 2.5, 1.25].map((value) => ({ weight: { value, unit: 'kg' as const }, pairs: 4 })),
})
const start = Date.UTC(2025, 0, 6, 17)
const workouts = 60
/** The reps that each hard set takes from the following ones. */
const fatigueReps = 0.3
/**
 * The largest loss of strength in a long break, as a difference of logarithms, half of it after 43 days. With it, about
 * as many comebacks succeed as in public logs.
 */
const breakLoss = 0.1

/**
 * A lifter with a true strength that grows, fluctuates from day to day and falls in breaks, who does exactly what is
 * prescribed: a few workouts of their own, then a year of a scheme, with breaks of two weeks to eight months. Lifters
 * differ in strength, growth, fluctuation, endurance, how many reps they do in open-ended sets, and whether they log
 * effort.
 */
export function followScheme(scheme: Scheme, seed: number): FollowedPrescription[] {
  const random = randomNumbers(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const lifter = {
    oneRepMax: 60 + 100 * random(),
    weeklyGrowth: 0.002 + 0.012 * random(),
    weeksOfGrowth: 8 + 20 * random(),
    fluctuation: 0.012 + 0.025 * random(),
    endurance: 26 + 9 * random(),
    logsEffort: random() < 0.4,
    stopsAtMinimum: random() < 0.3,
    doesMore: random() < 0.5,
    gap: 2 + 3 * random(),
    ownWorkouts: 3 + Math.floor(6 * random()),
    ownReps: [5, 8, 10][Math.floor(3 * random())] ?? 8,
  }
  const log: TrainedSet[] = []
  const followed: FollowedPrescription[] = []
  let at = start
  let since: number | undefined
  let trainedWeeks = 0
  let lost = 0

  const daysToNext = (index: number): number => {
    const dice = random()
    if (index > 8 && dice < 0.02) return 35 + Math.round(215 * random())
    if (index > 4 && dice < 0.06) return 15 + Math.round(13 * random())
    return Math.max(1, Math.round(lifter.gap + normal()))
  }
  const ownSets = (index: number): PrescribedSet[] => {
    const load = (lifter.oneRepMax * (1 + 0.004 * index)) / (1 + (lifter.ownReps + 2) / 30)
    const reps = { min: lifter.ownReps, max: lifter.ownReps }
    return Array.from({ length: 3 }, () => ({
      type: 'normal',
      weightGrams: Math.round(load / 2.5) * 2500,
      reps,
    }))
  }
  const repsOf = ({ type, openEnded, reps }: PrescribedSet, possible: number): number => {
    const [min, max] = [reps?.min ?? 1, reps?.max ?? 1]
    const enough = Math.min(min, possible)
    if ((openEnded && !lifter.stopsAtMinimum) || type === 'failure')
      return Math.max(enough, possible - (random() < 0.5 ? 1 : 0))
    return lifter.doesMore && max > min ? Math.max(enough, Math.min(max, possible - 1)) : enough
  }
  const train = (planned: readonly PrescribedSet[], oneRepMax: number): TrainedSet[] => {
    let hardSets = 0
    return planned.map((set, index) => {
      const load = (set.weightGrams ?? 0) / 1000
      const fresh = Math.max(1, lifter.endurance * (oneRepMax / load - 1))
      const possible = load > oneRepMax ? 0 : Math.max(0, Math.floor(fresh - hardSets * fatigueReps))
      if (load > 0.7 * oneRepMax) hardSets++
      const reps = repsOf(set, possible)
      const felt = Math.round(2 * (10 - (possible - reps) + 0.4 * normal())) / 2
      return {
        id: `${at}-${index}`,
        workoutId: `w${at}`,
        exerciseId: press.id,
        performedAt: at,
        type: set.type,
        weightGrams: set.weightGrams,
        reps,
        ...(lifter.logsEffort && reps > 0 && { rpe: Math.max(6, Math.min(10, felt)) }),
        target: { reps: set.reps, weightGrams: set.weightGrams, rpe: set.rpe },
      }
    })
  }

  for (let index = 0; index < workouts; index++) {
    const gap = daysToNext(index)
    at += gap * dayMs
    trainedWeeks += Math.min(gap, 10) / 7
    lost *= 0.75
    if (gap > 28) lost = Math.max(lost, breakLoss * (1 - Math.exp((28 - gap) / 21)) * (0.4 + 1.2 * random()))
    const grown =
      lifter.weeklyGrowth * lifter.weeksOfGrowth * (1 - Math.exp(-trainedWeeks / lifter.weeksOfGrowth))
    const oneRepMax = lifter.oneRepMax * Math.exp(grown - lost + lifter.fluctuation * normal())
    if (index < lifter.ownWorkouts) {
      log.push(...train(ownSets(index), oneRepMax))
      continue
    }
    since ??= at
    const next = progressionOf(
      progressionInput(log, scheme, { now: at, since, loading, progress: 'insufficient_data' }),
    )
    if (next.status !== 'prescription') continue
    const sets = train(next.sets, oneRepMax)
    log.push(...sets)
    const heaviest = sets
      .filter(({ type }) => type !== 'warmup')
      .reduce((best, set) => ((set.weightGrams ?? 0) > (best.weightGrams ?? 0) ? set : best))
    if (next.chance !== undefined)
      followed.push({
        rule: next.rule,
        chance: next.chance,
        made: (heaviest.reps ?? 0) >= (heaviest.target?.reps?.min ?? 1),
      })
  }
  return followed
}
