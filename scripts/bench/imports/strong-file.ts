import { dayMs } from '#training/day-ms.ts'
import { randomFrom } from '../dataset/random.ts'

const header =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE'

/** Names as in Strong; the last ones are the user's own. */
const exercises = [
  'Bench Press (Barbell)',
  'Squat (Barbell)',
  'Deadlift (Barbell)',
  'Overhead Press (Barbell)',
  'Pull Up',
  'Bent Over Row (Barbell)',
  'Incline Bench Press (Dumbbell)',
  'Lateral Raise (Dumbbell)',
  'Bicep Curl (Barbell)',
  'Leg Press',
  'Romanian Deadlift (Barbell)',
  'Leg Extension (Machine)',
  'Face Pull (Cable)',
  'Lat Pulldown (Cable)',
  'Hip Thrust (Barbell)',
  'Plank',
  'Hammer Curl (Dumbbell)',
  'Odd Thing of Mine',
  'The Machine in the Corner',
] as const

const setsOfWorkout = 20
const setsOfExercise = 4

/**
 * A synthetic Strong export with a workout of 20 sets every other day. The same number of rows yields the
 * same file.
 */
export function strongFile(rows: number): string {
  const random = randomFrom(rows)
  const lines = [header]
  for (let row = 0; row < rows; row++) {
    const workout = Math.floor(row / setsOfWorkout)
    const set = row % setsOfWorkout
    const day = new Date(Date.UTC(2006, 0, 1) + 2 * workout * dayMs).toISOString().slice(0, 10)
    const exercise = exercises[(workout * 5 + Math.floor(set / setsOfExercise)) % exercises.length]
    const weight = 40 + random.below(60) * 2.5
    const notes = set === 0 ? '"felt strong, slept well"' : ''
    lines.push(
      `${day} 18:00:00,"Session ${'ABC'[workout % 3]}",1h 5m,"${exercise}",${1 + (set % setsOfExercise)},${weight},${3 + random.below(10)},0,0,${notes},,8.5`,
    )
  }
  return `${lines.join('\n')}\n`
}
