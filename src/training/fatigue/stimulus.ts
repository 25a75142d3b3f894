import { isWorkingSet, SetCount } from '../counting.ts'
import { repsInReserve } from '../e1rm.ts'
import { engagementRole, setShare } from '../engagement.ts'
import { type ExerciseIndex, factsOf, type Muscle, type PerformedSet, type SetWork } from '../types.ts'

/**
 * How much a set counts, by its reps in reserve (Morán-Navarro 2017: going to failure slows recovery by 24–48 h):
 * 1.25 with none, 1.1 with one, 1 with two, 0.8 with three or more. Linear in between.
 */
export const effortFactors = [1.25, 1.1, 1, 0.8] as const

/** The factor of a set's effort: 1.25 for a set to failure, 1 for one without RPE or RIR. */
export function effortFactor(set: Pick<SetWork, 'type' | 'rpe' | 'rir'>): number {
  if (set.type === 'failure') return effortFactors[0]
  const reserve = repsInReserve(set)
  if (reserve === undefined) return 1
  const clamped = Math.min(Math.max(reserve, 0), effortFactors.length - 1)
  const whole = Math.floor(clamped)
  const [below = 1, above = below] = effortFactors.slice(whole, whole + 2)
  return below + (above - below) * (clamped - whole)
}

/**
 * Half an hour of cardio counts as a set. If only the distance is logged, 5 min/km is assumed, up to 3 h. Our choice.
 */
const cardio = { secondsPerSet: 1800, secondsPerKilometer: 300, maxAssumedSeconds: 10_800 } as const

/** The number of sets that a bout of cardio counts as: 5.5 for 30 km in 2 h 45 min. */
export function cardioSets({
  durationSeconds,
  distanceMillimeters,
}: Pick<SetWork, 'durationSeconds' | 'distanceMillimeters'>): number {
  const assumed = ((distanceMillimeters ?? 0) / 1_000_000) * cardio.secondsPerKilometer
  const seconds = durationSeconds ?? Math.min(assumed, cardio.maxAssumedSeconds)
  return seconds / cardio.secondsPerSet
}

/** The stimulus of one workout on one muscle. */
export interface WorkoutStimulus {
  readonly workoutId: string
  readonly performedAt: number
  /** Fractional sets weighted by effort, once for both sides; above 0. */
  readonly stimulus: number
  readonly setIds: readonly string[]
}

/** The running total of a workout's stimulus. */
interface StimulusSum extends Omit<WorkoutStimulus, 'stimulus'> {
  readonly counted: SetCount
  readonly setIds: string[]
}

/**
 * The stimulus of each workout on each muscle: fractional sets (1 for a primary muscle, 0.5 for a secondary one)
 * weighted by effort. Cardio counts by its time, though it adds no volume; mobility counts as 0. The workouts of a
 * muscle are in the order of the sets.
 * @throws {RangeError} for a set whose exercise isn't in the index.
 */
export function stimuliByMuscle(
  sets: Iterable<PerformedSet>,
  exercises: ExerciseIndex,
): Map<Muscle, WorkoutStimulus[]> {
  const byMuscle = new Map<Muscle, Map<string, StimulusSum>>()
  for (const set of sets) {
    if (!isWorkingSet(set)) continue
    const { category, engagement } = factsOf(exercises, set.exerciseId)
    if (category === 'mobility') continue
    const weight = effortFactor(set) * (category === 'cardio' ? cardioSets(set) : 1)
    if (weight === 0) continue
    for (const { muscle, percent } of engagement) {
      const stimulus = weight * setShare.fractional[engagementRole(percent)]
      if (stimulus === 0) continue
      const workouts = byMuscle.get(muscle) ?? new Map<string, StimulusSum>()
      byMuscle.set(muscle, workouts)
      const { workoutId, performedAt } = set
      const workout: StimulusSum = workouts.get(workoutId) ?? {
        workoutId,
        performedAt,
        counted: new SetCount(),
        setIds: [],
      }
      workouts.set(workoutId, workout)
      workout.counted.add(set.exerciseId, set, stimulus)
      workout.setIds.push(set.id)
    }
  }
  return new Map([...byMuscle].map(([muscle, workouts]) => [muscle, [...workouts.values()].map(stimulusOf)]))
}

const stimulusOf = ({ counted, ...workout }: StimulusSum): WorkoutStimulus => ({
  ...workout,
  stimulus: counted.total,
})
