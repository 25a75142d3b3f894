import { isDone, type LoggedSet } from './model.ts'

/** A set to do like one that was done or planned. */
export function planLike(set: LoggedSet | undefined): Omit<LoggedSet, 'id'> {
  if (!set) return { type: 'normal' }
  const { type, weight, assistance, side, restSeconds } = set
  const target = isDone(set) ? targetFrom(set) : set.target
  return {
    type: type === 'failure' ? 'normal' : type,
    ...(weight && { weight }),
    ...(assistance && { assistance }),
    ...(side && { side }),
    ...(restSeconds !== undefined && { restSeconds }),
    ...(target && { target }),
  }
}

/** What was done, as a target: a planned set has no reps of its own, since those would count as done. */
export function targetFrom({ reps, weight, durationSeconds, distance }: LoggedSet): LoggedSet['target'] {
  return {
    ...(reps !== undefined && reps > 0 && { reps: { min: reps, max: reps } }),
    ...(weight && { weight }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(distance && { distance }),
  }
}
