import { type CsvStyle, csvRow } from './csv-text.ts'
import {
  type ExportOptions,
  elapsedSeconds,
  type WrittenSet,
  type WrittenWorkout,
  type WrittenWorkouts,
  wallClockAt,
  writtenWeight,
} from './export-options.ts'

/** Strong's own header of 2023: the only variant in which every row names its units. */
const header = [
  'Date',
  'Workout Name',
  'Exercise Name',
  'Set Order',
  'Weight',
  'Weight Unit',
  'Reps',
  'RPE',
  'Distance',
  'Distance Unit',
  'Seconds',
  'Notes',
  'Workout Notes',
  'Workout Duration',
]

const style: CsvStyle = { delimiter: ';', quoted: new Set([1, 2, 11, 12]) }
const headerStyle: CsvStyle = { delimiter: ';', quoted: new Set() }

const letterOf = { warmup: 'W', drop: 'D', failure: 'F' } as const
const unitWord = { kg: 'kg', lb: 'lbs', m: 'm', km: 'km', mi: 'mi' } as const

/** `1h 15m`, with seconds if there are any. */
function durationText(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const
  const text = parts.flatMap(([count, unit]) => (count > 0 ? [`${count}${unit}`] : []))
  return text.join(' ') || '0m'
}

/**
 * Writes workouts as a Strong CSV file, piece by piece. A set's rest becomes a row after it, an exercise's note a row
 * before its sets. Fields that Strong lacks are left out: supersets, sides, targets, reps in reserve, energy and
 * exertion.
 */
export async function* writeStrong(
  workouts: WrittenWorkouts,
  options: ExportOptions,
): AsyncGenerator<string> {
  yield csvRow(header, headerStyle)
  for await (const workout of workouts) yield workoutText(workout, options)
}

function workoutText(workout: WrittenWorkout, { exerciseOf }: ExportOptions): string {
  const date = wallClockAt(workout.startedAt, workout).toISOString().slice(0, 19).replace('T', ' ')
  const seconds = elapsedSeconds(workout)
  const duration = seconds === undefined ? undefined : durationText(seconds)
  // Set numbers restart with each exercise, unless the second half of the rows would then repeat the first and be
  // read as the same workout written twice.
  const doNumbersContinue = isDoubled(workout)
  const counts = new Map<string, number>()
  let text = ''
  for (const { exerciseId, notes, sets } of workout.exercises) {
    const { name } = exerciseOf(exerciseId)
    const row = (order: string | number, set: Partial<WrittenSet>) => {
      const weight = writtenWeight(set, name)
      text += csvRow(
        [
          date,
          workout.name,
          name,
          order,
          weight?.value,
          weight && unitWord[weight.unit],
          set.reps,
          set.rpe,
          set.distance?.value,
          set.distance && unitWord[set.distance.unit],
          set.durationSeconds,
          set.notes,
          workout.notes,
          duration,
        ],
        style,
      )
    }
    if (!doNumbersContinue) counts.delete(name)
    if (notes !== undefined) row('Note', { notes })
    for (const set of sets) {
      const order = set.type === 'normal' ? (counts.get(name) ?? 0) + 1 : letterOf[set.type]
      if (typeof order === 'number') counts.set(name, order)
      row(order, set)
      if (set.restSeconds !== undefined) row('Rest Timer', { durationSeconds: set.restSeconds })
    }
  }
  return text
}

/** Whether the second half of a workout's exercises would be written like the first. */
function isDoubled({ exercises }: WrittenWorkout): boolean {
  const lines = exercises.map(({ exerciseId, notes, sets }) =>
    JSON.stringify([exerciseId, notes, sets.map(({ id: _, completedAt: __, ...set }) => set)]),
  )
  const half = lines.length / 2
  return lines.slice(0, half).every((text, index) => text === lines[half + index]) && half >= 1
}
