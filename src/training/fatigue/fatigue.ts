import { type ExerciseIndex, type Muscle, muscles, type PerformedSet } from '../types.ts'
import {
  fatigueLeft,
  initialFatigue,
  recoveryBand,
  recoveryBaseHours,
  recoveryHours,
  stateThresholds,
} from './recovery.ts'
import { stimuliByMuscle, type WorkoutStimulus } from './stimulus.ts'
import type {
  FatigueContribution,
  FatigueForecast,
  MuscleFatigue,
  RecoveryState,
  SorenessReport,
} from './types.ts'

const hour = 3_600_000

/**
 * The milliseconds for which sets cause fatigue: 28 days, after which even 300 sets of one muscle in a workout have
 * decayed. Reading further back changes only `lastTrainedAt`.
 */
export const fatigueWindow = 28 * 24 * hour

/** The forecast: steps of 12 hours over 7 days. */
export const forecastSteps = { hours: 12, steps: 14 } as const

/** The inputs of fatigue besides the sets. */
export interface FatigueOptions {
  readonly exercises: ExerciseIndex
  /**
   * The requested time, in milliseconds since 1970, which may be in the future. Workouts that start later are
   * ignored.
   */
  readonly at: number
  /** Soreness reports in any order. For each muscle, the last one up to `at` applies. */
  readonly soreness?: readonly SorenessReport[] | undefined
  /** The number of forecast steps, 0 or more. */
  readonly steps?: number | undefined
  /** Whether to leave out when muscles will be recovered, which takes as long to compute as everything else. */
  readonly omitsRecovery?: boolean
}

/** The state of a muscle with `fatigue` (0–100). */
export function recoveryState(fatigue: number): RecoveryState {
  if (fatigue >= stateThresholds.fatigued) return 'fatigued'
  return fatigue >= stateThresholds.recovering ? 'recovering' : 'recovered'
}

type Source = Omit<FatigueContribution, 'fatigue'>

const remainingFatigue = (
  { initialFatigue: initial, recoveryHours: recovery, startedAt }: Source,
  at: number,
  pace: number,
) => fatigueLeft(initial, recovery * pace, (at - startedAt) / hour)

/** The total remaining fatigue at the instant `at`, clamped to 100. `pace` multiplies the expected recovery time. */
const fatigueAt = (sources: readonly Source[], at: number, pace = 1): number =>
  Math.min(
    100,
    sources.reduce((sum, source) => sum + remainingFatigue(source, at, pace), 0),
  )

/**
 * The first millisecond from `at` on in which the muscle is recovered. A binary search finds it, because fatigue
 * never rises without training.
 */
function recoveredFrom(sources: readonly Source[], at: number, pace: number): number {
  const isRecovered = (time: number) => fatigueAt(sources, time, pace) < stateThresholds.recovering
  if (isRecovered(at)) return at
  let low = at
  let high = sources.reduce(
    (latest, { startedAt, recoveryHours: recovery }) =>
      Math.max(latest, Math.ceil(startedAt + recovery * pace * hour)),
    at + 1,
  )
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isRecovered(middle)) high = middle
    else low = middle
  }
  return high
}

function sourcesOf(
  muscle: Muscle,
  workouts: readonly WorkoutStimulus[],
  report: SorenessReport | undefined,
  at: number,
): Source[] {
  const sources = workouts
    .filter(({ performedAt }) => performedAt <= at && !(report && performedAt <= report.reportedAt))
    .map(
      ({ workoutId, performedAt, stimulus, setIds }): Source => ({
        kind: 'workout',
        workoutId,
        startedAt: performedAt,
        stimulus,
        initialFatigue: initialFatigue(stimulus),
        recoveryHours: recoveryHours(muscle, stimulus),
        setIds,
      }),
    )
  if (report) {
    sources.push({
      kind: 'soreness',
      startedAt: report.reportedAt,
      initialFatigue: Math.min(Math.max(report.soreness, 0), 10) * 10,
      recoveryHours: recoveryBaseHours[muscle],
      setIds: [],
    })
  }
  return sources.sort((a, b) => a.startedAt - b.startedAt)
}

function lastReports(reports: readonly SorenessReport[], at: number): Map<Muscle, SorenessReport> {
  const last = new Map<Muscle, SorenessReport>()
  for (const report of reports) {
    const latest = last.get(report.muscle)
    if (report.reportedAt <= at && !(latest && latest.reportedAt > report.reportedAt))
      last.set(report.muscle, report)
  }
  return last
}

function forecastOf(sources: readonly Source[], at: number, steps: number): FatigueForecast[] {
  return Array.from({ length: steps }, (_, step) => {
    const time = at + (step + 1) * forecastSteps.hours * hour
    const fatigue = fatigueAt(sources, time)
    return { at: time, fatigue, readiness: 100 - fatigue, state: recoveryState(fatigue) }
  })
}

function muscleFatigue(
  muscle: Muscle,
  workouts: readonly WorkoutStimulus[],
  report: SorenessReport | undefined,
  { at, steps = forecastSteps.steps, omitsRecovery = false }: FatigueOptions,
): MuscleFatigue {
  const sources = sourcesOf(muscle, workouts, report, at)
  const fatigue = fatigueAt(sources, at)
  const state = recoveryState(fatigue)
  const lastTrainedAt = workouts.reduce(
    (last, { performedAt }) => (performedAt <= at ? Math.max(last, performedAt) : last),
    Number.NEGATIVE_INFINITY,
  )
  return {
    muscle,
    fatigue,
    readiness: 100 - fatigue,
    readinessLow: 100 - fatigueAt(sources, at, 1 + recoveryBand),
    readinessHigh: 100 - fatigueAt(sources, at, 1 - recoveryBand),
    state,
    ...(lastTrainedAt === Number.NEGATIVE_INFINITY ? {} : { lastTrainedAt }),
    ...(omitsRecovery || state === 'recovered'
      ? {}
      : {
          recoveredAt: recoveredFrom(sources, at, 1),
          recoveredEarliest: recoveredFrom(sources, at, 1 - recoveryBand),
          recoveredLatest: recoveredFrom(sources, at, 1 + recoveryBand),
        }),
    contributions: sources
      .map((source) => ({ ...source, fatigue: remainingFatigue(source, at, 1) }))
      .filter((source) => source.fatigue > 0),
    forecast: forecastOf(sources, at, steps),
  }
}

/**
 * The fatigue of each muscle at a given time, in the order of the taxonomy, including untrained muscles. `sets` may
 * come in any order and must include those within `fatigueWindow` before `at`. Each workout starts with the
 * fatigue that its stimulus causes and decays linearly; workouts add up, clamped to 100. After a soreness
 * report, only that report and later workouts count. Decay is measured from the start of the workout. There is
 * no validated model for single muscles: this is an estimate, never a diagnosis.
 * @throws {RangeError} for a set whose exercise isn't in the index.
 */
export function muscleFatigues(sets: Iterable<PerformedSet>, options: FatigueOptions): MuscleFatigue[] {
  const stimuli = stimuliByMuscle(sets, options.exercises)
  const reports = lastReports(options.soreness ?? [], options.at)
  return muscles.map((muscle) =>
    muscleFatigue(muscle, stimuli.get(muscle) ?? [], reports.get(muscle), options),
  )
}
