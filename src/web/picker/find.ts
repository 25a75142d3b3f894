import { type Exercise, exercises } from '../state/catalogue.ts'
import { sessionsByExercise } from '../state/history.ts'

const stapleIds = [
  'barbell-back-squat',
  'barbell-bench-press',
  'barbell-deadlift',
  'barbell-overhead-press',
  'barbell-row',
  'pull-up',
  'lat-pulldown',
  'dumbbell-bench-press',
  'incline-dumbbell-bench-press',
  'barbell-romanian-deadlift',
  'leg-press',
  'dumbbell-lateral-raise',
  'barbell-curl',
  'triceps-pushdown',
  'seated-cable-row',
  'push-up',
  'barbell-hip-thrust',
  'plank',
] as const

const maxRecent = 6

/** The suitable exercises that were done most recently, latest first. */
export function recentExercises(suits: (exercise: Exercise) => boolean = () => true): Exercise[] {
  const last = [...sessionsByExercise.value]
    .map(([id, [session]]) => ({ id, at: session?.workout.startedAt ?? '' }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return last
    .flatMap(({ id }) => exercises.value.get(id) ?? [])
    .filter(suits)
    .slice(0, maxRecent)
}

/** The lifts that most people look for first. */
export const staples = (): Exercise[] => stapleIds.flatMap((id) => exercises.value.get(id) ?? [])
