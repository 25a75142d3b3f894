import type { Edit } from '../state/pending.ts'

const minuteMs = 60_000

/** Changes the start and the duration of a finished workout. Its sets move with it. */
export const changeTimes =
  (start: number, minutes: number): Edit =>
  (workout) => {
    const shift = start - Date.parse(workout.startedAt)
    const moved = (instant: string) => new Date(Date.parse(instant) + shift).toISOString()
    return {
      ...workout,
      startedAt: moved(workout.startedAt),
      endedAt: new Date(start + minutes * minuteMs).toISOString(),
      exercises: workout.exercises.map((exercise) => ({
        ...exercise,
        sets: exercise.sets.map((set) => ({
          ...set,
          ...(set.completedAt !== undefined && { completedAt: moved(set.completedAt) }),
        })),
      })),
    }
  }

/** A time as the text of an input of type `datetime-local`: `2026-11-28T18:05`. */
export function localText(time: number): string {
  const offset = new Date(time).getTimezoneOffset() * minuteMs
  return new Date(time - offset).toISOString().slice(0, 16)
}
