import { comebackGap } from '../lift-state/breaks.ts'
import type { RememberedLift } from '../lift-state/index.ts'
import { upperMedian } from '../order-statistics.ts'
import type { Session } from './types.ts'

/** Below this share of the usual load a session is a light one. */
const lightShare = 0.92

const loadOf = ({ bodyGrams = 0 }: Session, weight: number) => weight + bodyGrams

function isLighter(session: Session, dueWeight: number): boolean {
  const { weight } = session
  return weight !== undefined && loadOf(session, weight) < lightShare * loadOf(session, dueWeight)
}

/** Whether no rep was made at the session's weight. */
export const isFailed = ({ atWeight }: Session): boolean =>
  atWeight.length > 0 &&
  atWeight.every(
    ({ reps, durationSeconds, distanceMillimeters }) =>
      reps === 0 && !durationSeconds && !distanceMillimeters,
  )

/** Whether a session was the first one after a break of more than four weeks. */
export const isAfterBreak = (session: Session, previous: Session | undefined): boolean =>
  previous !== undefined && session.day - previous.day > comebackGap

/**
 * Whether the session at an index was a light day rather than a step of a scheme: under 92% of the load that was due,
 * and the next one was not that light. Two light sessions in a row set the lifter's new working weight, and after a
 * break a single one does.
 */
export function isLightDay(sessions: readonly Session[], index: number, due: number): boolean {
  const [session, next] = [sessions[index], sessions[index + 1]]
  if (!session || isAfterBreak(session, sessions[index - 1])) return false
  return isLighter(session, due) && !(next && isLighter(next, due))
}

/** Whether the session's weight was the planned one, as logged in the targets of its sets. */
const wasPlanned = ({ atWeight, weight }: Session): boolean =>
  weight !== undefined &&
  atWeight.some(({ target }) => Math.abs((target?.weightGrams ?? Number.NaN) - weight) <= 20)

function usualWeight(sessions: readonly Session[]): number | undefined {
  const weights = sessions.flatMap((session) =>
    session.weight === undefined || isFailed(session) ? [] : [session.weight],
  )
  return upperMedian(weights.slice(-4))
}

/** The sessions without light days, which neither raise nor lower anything. */
export function withoutLightDays(sessions: readonly Session[]): Session[] {
  const regular: Session[] = []
  let start = 0
  for (const [index, session] of sessions.entries()) {
    if (isAfterBreak(session, sessions[index - 1])) start = regular.length
    // A lifter who comes back from a break has a new usual weight.
    const dueWeight = usualWeight(regular.slice(start))
    const previous = regular.at(-1)
    const isSchemeStep = wasPlanned(session) || (previous !== undefined && isFailed(previous))
    if (dueWeight !== undefined && !isSchemeStep && isLightDay(sessions, index, dueWeight)) continue
    regular.push(session)
  }
  return regular
}

/** The ids of the workouts that the memory marked as deloads. */
export const deloadsIn = (memory: RememberedLift | undefined): ReadonlySet<string> =>
  new Set(
    memory?.lift.recent.flatMap(({ deload, workoutId }) =>
      deload && workoutId !== undefined ? [workoutId] : [],
    ),
  )
