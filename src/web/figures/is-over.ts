import type { LocalWorkout } from '#client/index.ts'

/** A workout that began longer ago and was never ended is not going on. Milliseconds. */
const longestWorkout = 12 * 3_600_000

/** Whether nobody is doing a workout any more. */
export const isOver = (
  { endedAt, startedAt }: Pick<LocalWorkout, 'endedAt' | 'startedAt'>,
  now: number,
): boolean => endedAt !== undefined || now - Date.parse(startedAt) >= longestWorkout
