/** A workout that started longer ago than this, in milliseconds, and was never ended isn't in progress. */
const maxWorkoutMs = 12 * 3_600_000

/** Whether a workout is no longer in progress. */
export const isOver = (
  { endedAt, startedAt }: { readonly endedAt?: string | undefined; readonly startedAt: string },
  now: number,
): boolean => endedAt !== undefined || now - Date.parse(startedAt) >= maxWorkoutMs
