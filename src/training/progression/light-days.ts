import type { Remembered } from '../lift-state/index.ts'
import type { Session } from './types.ts'

/** Below this share of the usual load a session is a light one. */
const lightShare = 0.92

const loadOf = ({ weight, bodyGrams }: Session, at = weight) =>
  at === undefined ? undefined : at + (bodyGrams ?? 0)

function isLighter(session: Session, than: number): boolean {
  const load = loadOf(session)
  const usual = loadOf(session, than)
  return load !== undefined && usual !== undefined && load < lightShare * usual
}

/** Whether no rep was made at the session's weight. */
export const isFailed = ({ atWeight }: Session): boolean =>
  atWeight.length > 0 &&
  atWeight.every(
    ({ reps, durationSeconds, distanceMillimeters }) =>
      reps === 0 && !durationSeconds && !distanceMillimeters,
  )

/**
 * Whether a session was a light day rather than a step of a scheme: under 92 % of the weight that was due, and the next
 * one was not that light. Two in a row are the lifter's new working weight.
 */
export function isLightDay(session: Session, due: number, next: Session | undefined): boolean {
  return isLighter(session, due) && !(next && isLighter(next, due))
}

/** Whether the weight was what was planned for the set, as logged in its target. */
const wasPlanned = ({ atWeight, weight }: Session): boolean =>
  weight !== undefined &&
  atWeight.some(({ target }) => Math.abs((target?.weightGrams ?? Number.NaN) - weight) <= 20)

function usualWeight(sessions: readonly Session[]): number | undefined {
  const weights = sessions.flatMap((session) =>
    session.weight === undefined || isFailed(session) ? [] : [session.weight],
  )
  const last = weights.slice(-4).sort((a, b) => a - b)
  return last[Math.floor(last.length / 2)]
}

/** The sessions without light days, which neither raise nor lower anything. */
export function withoutLightDays(sessions: readonly Session[]): Session[] {
  const kept: Session[] = []
  for (const [index, session] of sessions.entries()) {
    const due = usualWeight(kept)
    const before = kept.at(-1)
    const isOwnStep = wasPlanned(session) || (before !== undefined && isFailed(before))
    if (due !== undefined && !isOwnStep && isLightDay(session, due, sessions[index + 1])) continue
    kept.push(session)
  }
  return kept
}

/** The ids of the workouts that the memory marked as deloads. */
export const deloadsIn = (memory: Remembered | undefined): ReadonlySet<string> =>
  new Set(
    memory?.lift.recent.flatMap(({ deload, workoutId }) =>
      deload && workoutId !== undefined ? [workoutId] : [],
    ),
  )
