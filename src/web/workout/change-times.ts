import type { Edit } from '../state/pending.ts'

const minuteMs = 60_000

/** Changes the start of a finished workout, and its duration if one is given. Its sets move with it. */
export const changeTimes =
  (start: number, minutes?: number): Edit =>
  (workout) => {
    const shift = start - Date.parse(workout.startedAt)
    const moved = (instant: string) => new Date(Date.parse(instant) + shift).toISOString()
    return {
      ...workout,
      startedAt: moved(workout.startedAt),
      ...(minutes !== undefined
        ? { endedAt: new Date(start + minutes * minuteMs).toISOString() }
        : workout.endedAt !== undefined && { endedAt: moved(workout.endedAt) }),
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
