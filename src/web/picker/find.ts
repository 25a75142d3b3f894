import { type Exercise, exercises } from '../state/catalogue.ts'
import { sessionsByExercise } from '../state/history.ts'

/** The lifts that most people look for first. */
const staples = [
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

/** The exercises done last, newest first. */
export function recent(): Exercise[] {
  const last = [...sessionsByExercise.value]
    .map(([id, [session]]) => ({ id, at: session?.workout.startedAt ?? '' }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return last.flatMap(({ id }) => exercises.value.get(id) ?? []).slice(0, maxRecent)
}

/** The staples that aren't among the recent ones. */
export function usual(): Exercise[] {
  const shown = new Set(recent().map(({ id }) => id))
  return staples.flatMap((id) => (shown.has(id) ? [] : (exercises.value.get(id) ?? [])))
}
