import { dayMs } from './day-ms.ts'
import { type TrainingContext, workByExercise } from './exercise-work.ts'
import { muscleFatigues } from './fatigue/fatigue.ts'
import type { MuscleFatigue, SorenessReport } from './fatigue/types.ts'
import {
  type LandmarkTable,
  landmarkSets,
  landmarksOf,
  type VolumeZone,
  volumeZone,
  weeklyLandmarks,
} from './landmarks.ts'
import type { TrainedSet } from './progression/types.ts'
import { type WorkoutTotals, workoutTotals } from './totals.ts'
import type { Muscle, PerformedSet } from './types.ts'
import { type MuscleVolume, muscleVolumes } from './volume.ts'

/** Direct and fractional sets of 7 days. */
export interface WeekOfSets {
  readonly directSets: number
  readonly fractionalSets: number
}

/** The effect of the workout on a muscle. */
export interface MuscleEffect {
  readonly muscle: Muscle
  /** The volume of the workout alone. */
  readonly volume: MuscleVolume
  /** The sets of the 7 days up to the workout: `before` without it, `after` with it. */
  readonly weekBefore: WeekOfSets
  readonly weekAfter: WeekOfSets
  /** The zone of the week with the workout; absent for a muscle without landmarks. */
  readonly zone?: VolumeZone
  readonly before: MuscleFatigue
  readonly after: MuscleFatigue
}

/** The effect that a workout would have, whether or not it is saved. */
export interface Simulation {
  readonly totals: Omit<WorkoutTotals, 'durationSeconds'>
  /** Every muscle, in the order of the taxonomy. */
  readonly muscles: readonly MuscleEffect[]
}

/** The inputs of a simulation. */
export interface SimulationOptions extends TrainingContext {
  /** When the workout would start, in milliseconds since 1970. */
  readonly at: number
  /**
   * The sets before the workout, at least those within `fatigueWindow`. If the workout was saved, its own sets must be
   * excluded.
   */
  readonly log: readonly PerformedSet[]
  readonly soreness?: readonly SorenessReport[] | undefined
  readonly landmarks?: LandmarkTable | undefined
}

const millisecondsPerWeek = 7 * dayMs

/**
 * A planned set as if it were done: missing values are taken from the minimum reps, the weight and the effort
 * of its target.
 */
export function asDone<Logged extends TrainedSet>(set: Logged): Logged {
  const { target, reps, weightGrams, rpe, rir } = set
  return {
    ...set,
    reps: reps ?? target?.reps?.min,
    weightGrams: weightGrams ?? target?.weightGrams,
    rpe: rpe ?? (rir === undefined ? target?.rpe : undefined),
  }
}

/**
 * The volume, sets and fatigue that a workout would add. Fatigue is estimated at its start, and forecast from then on.
 * Sets that are only planned count as done according to their target.
 * @throws {RangeError} for a set whose exercise isn't in the options.
 */
export function simulateWorkout(workout: readonly TrainedSet[], options: SimulationOptions): Simulation {
  const { at, log, exercises, soreness, bodyweightAt, landmarks = weeklyLandmarks } = options
  const sets = workout.map((set) => ({ ...asDone(set), performedAt: at }))
  const earlierSets = log.filter(({ performedAt }) => performedAt <= at)
  const recent = earlierSets.filter(({ performedAt }) => performedAt > at - millisecondsPerWeek)
  const volumesOf = (performed: readonly PerformedSet[]) =>
    muscleVolumes(workByExercise(performed, options).values(), exercises)
  const [workoutVolumes, weekBefore, weekAfter] = [
    volumesOf(sets),
    volumesOf(recent),
    volumesOf([...recent, ...sets]),
  ]
  const fatiguesBefore = muscleFatigues(earlierSets, { exercises, at, soreness })
  const fatiguesAfter = muscleFatigues([...earlierSets, ...sets], { exercises, at, soreness })
  const [first] = sets
  const totals = workoutTotals({ startedAt: at, sets }, exercises, first && bodyweightAt(first))
  return {
    totals,
    muscles: workoutVolumes.flatMap((volume, index): MuscleEffect[] => {
      const [fatigueBefore, fatigueAfter] = [fatiguesBefore[index], fatiguesAfter[index]]
      if (!fatigueBefore || !fatigueAfter) return []
      const muscleLandmarks = landmarksOf(volume.muscle, landmarks)
      const week = weekAfter[index]
      return [
        {
          muscle: volume.muscle,
          volume,
          weekBefore: weekOfSets(weekBefore[index]),
          weekAfter: weekOfSets(week),
          ...(muscleLandmarks && week
            ? { zone: volumeZone(landmarkSets(week, exercises), muscleLandmarks) }
            : {}),
          before: fatigueBefore,
          after: fatigueAfter,
        },
      ]
    }),
  }
}

const weekOfSets = (volume: MuscleVolume | undefined): WeekOfSets => ({
  directSets: volume?.directSets ?? 0,
  fractionalSets: volume?.fractionalSets ?? 0,
})
