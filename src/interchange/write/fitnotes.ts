import type { ExerciseCategory } from '#catalogue/vocabulary.ts'
import { type CsvStyle, csvRow } from './csv-text.ts'
import {
  type ExportOptions,
  type WrittenWorkout,
  type WrittenWorkouts,
  wallClockAt,
  writtenWeight,
} from './export-options.ts'

const header = [
  'Date',
  'Exercise',
  'Category',
  'Weight',
  'Weight Unit',
  'Reps',
  'Distance',
  'Distance Unit',
  'Time',
  'Comment',
]

const style: CsvStyle = { delimiter: ',', quoted: new Set([9]) }
const headerStyle: CsvStyle = { delimiter: ',', quoted: new Set() }

const unitWord = { kg: 'kgs', lb: 'lbs', m: 'm', km: 'km', mi: 'mi' } as const

/** FitNotes groups exercises by muscle, Replog by movement. These categories survive a round trip. */
const categoryWord: Readonly<Record<ExerciseCategory, string>> = {
  push: 'Push',
  pull: 'Pull',
  legs: 'Legs',
  core: 'Abs',
  cardio: 'Cardio',
  mobility: 'Mobility',
}

/** `H:MM:SS` */
function timeText(seconds: number): string {
  const twoDigits = (count: number) => String(count).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`
}

/**
 * Writes workouts as a FitNotes CSV file, piece by piece. FitNotes stores only the day of a set, its figures and a
 * comment, so everything else about a workout is left out, and two workouts on the same day become one.
 */
export async function* writeFitNotes(
  workouts: WrittenWorkouts,
  options: ExportOptions,
): AsyncGenerator<string> {
  yield csvRow(header, headerStyle)
  for await (const workout of workouts) yield workoutText(workout, options)
}

function workoutText(workout: WrittenWorkout, { exerciseOf }: ExportOptions): string {
  const date = wallClockAt(workout.startedAt, workout).toISOString().slice(0, 10)
  let text = ''
  for (const { exerciseId, sets } of workout.exercises) {
    const { name, category } = exerciseOf(exerciseId)
    for (const set of sets) {
      const weight = writtenWeight(set, name)
      text += csvRow(
        [
          date,
          name,
          categoryWord[category],
          weight?.value,
          weight && unitWord[weight.unit],
          set.reps,
          set.distance?.value,
          set.distance && unitWord[set.distance.unit],
          set.durationSeconds === undefined ? undefined : timeText(set.durationSeconds),
          set.notes,
        ],
        style,
      )
    }
  }
  return text
}
