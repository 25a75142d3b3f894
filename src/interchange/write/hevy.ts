import { type CsvStyle, csvRow } from './csv-text.ts'
import {
  distanceIn,
  type ExportOptions,
  type WrittenWorkout,
  type WrittenWorkouts,
  wallClockAt,
  weightIn,
  writtenWeight,
} from './export-options.ts'

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const setTypeWord = { warmup: 'warmup', normal: 'normal', drop: 'dropset', failure: 'failure' } as const

/** Hevy quotes text and times but not numbers. */
const style: CsvStyle = { delimiter: ',', quoted: new Set([0, 1, 2, 3, 4, 6, 8]) }

function header({ weightUnit, distanceUnit }: ExportOptions): readonly string[] {
  return [
    'title',
    'start_time',
    'end_time',
    'description',
    'exercise_title',
    'superset_id',
    'exercise_notes',
    'set_index',
    'set_type',
    weightUnit === 'kg' ? 'weight_kg' : 'weight_lbs',
    'reps',
    distanceUnit === 'km' ? 'distance_km' : 'distance_miles',
    'duration_seconds',
    'rpe',
  ]
}

/** `15 Sep 2025, 07:48` */
function timeText(instant: string, workout: WrittenWorkout): string {
  const clock = wallClockAt(instant, workout)
  const month = monthNames[clock.getUTCMonth()] ?? ''
  return `${clock.getUTCDate()} ${month} ${clock.getUTCFullYear()}, ${clock.toISOString().slice(11, 16)}`
}

/**
 * Writes workouts as a Hevy CSV file, piece by piece. Times are to the minute. Fields that Hevy lacks are left out:
 * rests, notes on single sets, sides, targets, reps in reserve, energy and exertion.
 */
export async function* writeHevy(workouts: WrittenWorkouts, options: ExportOptions): AsyncGenerator<string> {
  yield csvRow(header(options), { ...style, quoted: new Set(header(options).keys()) })
  for await (const workout of workouts) yield workoutText(workout, options)
}

function workoutText(workout: WrittenWorkout, options: ExportOptions): string {
  const { weightUnit, distanceUnit, exerciseOf } = options
  const start = timeText(workout.startedAt, workout)
  const end = workout.endedAt === undefined ? undefined : timeText(workout.endedAt, workout)
  let text = ''
  for (const { exerciseId, supersetGroup, notes, sets } of workout.exercises)
    for (const [index, set] of sets.entries())
      text += csvRow(
        [
          workout.name,
          start,
          end,
          workout.notes,
          exerciseOf(exerciseId).name,
          supersetGroup,
          notes,
          index,
          setTypeWord[set.type],
          weightIn(writtenWeight(set, exerciseOf(exerciseId).name), weightUnit),
          set.reps,
          distanceIn(set.distance, distanceUnit),
          set.durationSeconds,
          set.rpe,
        ],
        style,
      )
  return text
}
