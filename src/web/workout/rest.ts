import type { LocalWorkout } from '#client/index.ts'
import { isWork, type LoggedSet } from './model.ts'

/** The rest after the last set. It is derived from the log, so it survives reloads and crashes. */
export interface Rest {
  readonly set: LoggedSet
  /** The duration of the rest. */
  readonly totalSeconds: number
  /** Negative once it is over. */
  readonly secondsLeft: number
}

/** A rest that ended more than this many seconds ago is no longer shown. */
const maxOverdueSeconds = 600

export function restNow({ exercises, endedAt }: LocalWorkout, now: number): Rest | undefined {
  if (endedAt !== undefined) return undefined
  let last: LoggedSet | undefined
  for (const { sets } of exercises) {
    for (const set of sets) {
      if (set.completedAt !== undefined && set.completedAt > (last?.completedAt ?? '')) last = set
    }
  }
  if (last?.completedAt === undefined || !isWork(last) || !last.restSeconds) return undefined
  const secondsLeft = (Date.parse(last.completedAt) - now) / 1000 + last.restSeconds
  return secondsLeft < -maxOverdueSeconds
    ? undefined
    : { set: last, totalSeconds: last.restSeconds, secondsLeft }
}
