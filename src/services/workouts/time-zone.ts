import type { UnzonedDraft, WorkoutDraft } from '#db/workouts/rows.ts'
import type { Schemas } from '#generated/types.ts'
import { localTime } from '#training/days.ts'

type Input = Pick<Schemas['WorkoutInput'], 'startedAt' | 'timeZone'>

/** RFC 9557: like `Z`, it says that the local offset isn't known. */
const unknownOffset = '-00:00'

/** The time zone in which a workout was done, according to the client: its `timeZone`, or the offset of `startedAt`. */
export function timeZoneOf({ timeZone, startedAt }: Input): string | undefined {
  const [offset] = /[+-]\d\d:\d\d$/.exec(startedAt) ?? []
  return timeZone ?? (offset === unknownOffset ? undefined : offset)
}

/** A workout's rows with its time zone. */
export function inTimeZone(draft: UnzonedDraft, timeZone: string): WorkoutDraft {
  const { workout } = draft
  const localStartedAt = localTime(timeZone, workout.startedAt)
  return { ...draft, workout: { ...workout, timeZone, localStartedAt } }
}
