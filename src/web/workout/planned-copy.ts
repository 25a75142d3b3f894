import { isDone, type LoggedSet } from './model.ts'

/** A planned set with the load and target of another set, whether that was done or planned. */
export function plannedCopy(set: LoggedSet | undefined): Omit<LoggedSet, 'id'> {
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

/** A completed set as a target; a planned set must not have its own reps, which would count as done. */
function targetFrom({ reps, weight, durationSeconds, distance }: LoggedSet): LoggedSet['target'] {
  return {
    ...(reps !== undefined && reps > 0 && { reps: { min: reps, max: reps } }),
    ...(weight && { weight }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(distance && { distance }),
  }
}
