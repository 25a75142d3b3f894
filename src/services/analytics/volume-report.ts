import type { Schemas } from '#generated/types.ts'
import { isWorkingSet } from '#training/counting.ts'
import type { Days } from '#training/days.ts'
import { tierMethod, volumeTier } from '#training/evidence-tiers.ts'
import { type ExerciseWork, sumOfWork, workByExercise } from '#training/exercise-work.ts'
import {
  type LandmarkTable,
  landmarkMethod,
  landmarkSets,
  landmarksOf,
  volumeZone,
} from '#training/landmarks.ts'
import { type Bucket, intoBuckets, type Period, perWeek } from '#training/periods.ts'
import type { ExerciseIndex, Muscle } from '#training/types.ts'
import { fromGrams, rounded } from '#training/units.ts'
import { type MuscleVolume, muscleVolumes } from '#training/volume.ts'
import { volumeMethods } from '#training/volume-methods.ts'
import type { TrainingLog } from './log.ts'
import { methodOf } from './method.ts'
import { muscleGroup } from './muscle-group.ts'

/** The parameters of a volume report. */
export interface VolumeReportOptions {
  readonly timeZone: string
  readonly period: Period
  readonly bucket: Schemas['BucketSize']
  readonly buckets: readonly Bucket[]
  /** The only muscle to report, or undefined for all. */
  readonly muscle: Muscle | undefined
  readonly unit: Schemas['WeightUnit']
  /** The landmarks for judging the user's weeks. */
  readonly landmarks: LandmarkTable
}

/**
 * The report of `GET /api/analytics/volume`. The log's `sets` are those of the period covered by the
 * buckets.
 */
export function volumeReport(
  options: VolumeReportOptions,
  { sets, context }: Pick<TrainingLog, 'sets' | 'context'>,
  days: Days,
): Schemas['VolumeReport'] {
  const { period, bucket, timeZone, unit } = options
  const byBucket = intoBuckets(sets, options.buckets, days).map((inBucket) =>
    workByExercise(inBucket, context),
  )
  const work = [...sumOfWork(byBucket).values()]
  const volumes = volumesOf(options, work, context.exercises)
  const workouts = new Set(sets.filter(isWorkingSet).map(({ workoutId }) => workoutId))
  const { volume, directSets, fractionalSets } = volumeMethods
  return {
    from: period.from,
    to: period.to,
    timeZone,
    bucket,
    workouts: workouts.size,
    unknownLoadSets: work.reduce((sum, exercise) => sum + exercise.unknownLoadSets, 0),
    methods: [volume, directSets, fractionalSets, landmarkMethod, tierMethod].map(methodOf),
    muscles: volumes.filter(isTrained).map((muscleVolume) => muscleOf(muscleVolume, unit)),
    weekly: volumes.map((muscleVolume) =>
      weekOf(muscleVolume, period.days, options.landmarks, context.exercises),
    ),
    buckets: byBucket.map((inBucket, index) =>
      bucketOf(options, options.buckets[index], [...inBucket.values()], context.exercises),
    ),
  }
}

function bucketOf(
  options: VolumeReportOptions,
  bucket: Bucket | undefined,
  work: readonly ExerciseWork[],
  exercises: ExerciseIndex,
): Schemas['VolumeBucket'] {
  const volumes = volumesOf(options, work, exercises).filter(isTrained)
  return {
    from: bucket?.from ?? options.period.from,
    to: bucket?.to ?? options.period.to,
    muscles: volumes.map((muscleVolume) => muscleOf(muscleVolume, options.unit)),
    exercises: (options.muscle === undefined ? work : contributingTo(volumes, work)).map((exercise) =>
      exerciseOf(exercise, options.unit),
    ),
  }
}

/** The work that trained any of the muscles. */
function contributingTo(volumes: readonly MuscleVolume[], work: readonly ExerciseWork[]): ExerciseWork[] {
  const contributing = new Set(
    volumes.flatMap(({ contributions }) => contributions.map(({ exerciseId }) => exerciseId)),
  )
  return work.filter(({ exerciseId }) => contributing.has(exerciseId))
}

function volumesOf(
  { muscle }: VolumeReportOptions,
  work: readonly ExerciseWork[],
  exercises: ExerciseIndex,
): MuscleVolume[] {
  const all = muscleVolumes(work, exercises)
  return muscle === undefined ? all : all.filter((muscleVolume) => muscleVolume.muscle === muscle)
}

const isTrained = ({ contributions }: MuscleVolume) => contributions.length > 0

/** A muscle's volume, in the contract's shape. */
export function muscleOf(muscleVolume: MuscleVolume, unit: Schemas['WeightUnit']): Schemas['MuscleVolume'] {
  const { muscle, volumeGrams, directSets, fractionalSets, contributions } = muscleVolume
  return {
    muscle,
    group: muscleGroup(muscle),
    volumeLoad: fromGrams(volumeGrams, unit),
    directSets,
    fractionalSets,
    exerciseIds: contributions.map(({ exerciseId }) => exerciseId),
  }
}

/** A muscle's volume over `days` days as an average week, rated by the landmarks. */
export function weekOf(
  muscleVolume: MuscleVolume,
  days: number,
  table: LandmarkTable,
  exercises: ExerciseIndex,
): Schemas['MuscleWeek'] {
  const { muscle } = muscleVolume
  const directSets = perWeek(muscleVolume.directSets, days)
  const fractionalSets = perWeek(muscleVolume.fractionalSets, days)
  const landmarks = landmarksOf(muscle, table)
  return {
    muscle,
    directSets: rounded(directSets, 2),
    fractionalSets: rounded(fractionalSets, 2),
    ...(landmarks && {
      landmarks,
      zone: volumeZone(perWeek(landmarkSets(muscleVolume, exercises), days), landmarks),
    }),
    tier: volumeTier(fractionalSets),
  }
}

function exerciseOf(work: ExerciseWork, unit: Schemas['WeightUnit']): Schemas['ExerciseVolume'] {
  return {
    exerciseId: work.exerciseId,
    volumeLoad: fromGrams(work.volumeGrams, unit),
    sets: work.sets,
    setIds: [...work.setIds],
  }
}
