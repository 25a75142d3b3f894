import { isAssisted } from '#catalogue/names/near-match.ts'
import type { ExerciseCategory } from '#catalogue/vocabulary.ts'
import type { Schemas } from '#generated/types.ts'
import {
  type DistanceUnit,
  distanceUnits,
  type Quantity,
  type WeightUnit,
  weightUnits,
} from '#training/units.ts'
import { wallClockIn } from '../local-time.ts'

/** A workout as in the contract's responses, without the members that the server adds. */
export type WrittenWorkout = Omit<
  Schemas['Workout'],
  'totals' | 'doubts' | 'revision' | 'createdAt' | 'updatedAt'
>
/** A set as in the contract's responses. */
export type WrittenSet = Schemas['WorkoutSet']

/** A stream of workouts, in the order in which they are written. */
export type WrittenWorkouts = AsyncIterable<WrittenWorkout> | Iterable<WrittenWorkout>

/** The name of an exercise in a file. */
export interface WrittenExercise {
  readonly name: string
  readonly category: ExerciseCategory
}

/** The settings of an export for another app. */
export interface ExportOptions {
  /** The unit for formats with a single unit. */
  readonly weightUnit: WeightUnit
  readonly distanceUnit: 'km' | 'mi'
  readonly exerciseOf: (exerciseId: string) => WrittenExercise
}

/** The last instant that `YYYY-MM-DD` can represent. */
const lastWritable = Date.UTC(10_000, 0) - 1

/** The time on a clock in the workout's time zone at an instant, as if it were UTC. */
export function wallClockAt(instant: string, { timeZone }: Pick<WrittenWorkout, 'timeZone'>): Date {
  return new Date(Math.min(wallClockIn(timeZone, Date.parse(instant)), lastWritable))
}

/** Whole seconds from start to end; undefined for a workout without an end. */
export function elapsedSeconds({ startedAt, endedAt }: WrittenWorkout): number | undefined {
  return endedAt === undefined ? undefined : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)
}

function convert<Unit extends string>(
  { value, unit }: Quantity<Unit>,
  targetUnit: Unit,
  scale: Readonly<Record<Unit, { readonly canonical: number }>>,
): number {
  return unit === targetUnit ? value : (value * scale[unit].canonical) / scale[targetUnit].canonical
}

/**
 * The weight to write for a set: its own, or its assistance. Assistance is negative, unless the exercise's name says
 * that its weights are assistance.
 */
export function writtenWeight(
  { weight, assistance }: Pick<WrittenSet, 'weight' | 'assistance'>,
  exerciseName: string,
): Quantity<WeightUnit> | undefined {
  if (weight || !assistance || isAssisted(exerciseName)) return weight ?? assistance
  return { ...assistance, value: -assistance.value }
}

/** A weight in the unit of the file, if there is one, with all decimals, so that an import restores it as entered. */
export function weightIn(weight: Quantity<WeightUnit> | undefined, unit: WeightUnit): number | undefined {
  return weight && convert(weight, unit, weightUnits)
}

/** A distance in the file's unit, with all decimals, if there is one. */
export function distanceIn(
  distance: Quantity<DistanceUnit> | undefined,
  unit: DistanceUnit,
): number | undefined {
  return distance && convert(distance, unit, distanceUnits)
}
