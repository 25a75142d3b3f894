import {
  foldSession,
  type LifterState,
  type LiftSession,
  type LiftState,
  newLift,
  newLifter,
} from '#training/lift-state/index.ts'

/** What the memory has learned of a lift and of its lifter. */
export interface FoldedState {
  readonly lift: LiftState
  readonly lifter: LifterState
}

/** A session whose sets all have the same load, one set for each item of `reps`. */
export function session(day: number, load: number, reps: readonly number[], deload?: true): LiftSession {
  return { day, sets: reps.map((count) => ({ load, reps: count })), ...(deload && { deload }) }
}

/** Folds sessions into an empty memory, in order. */
export function foldSessions(sessions: readonly LiftSession[]): FoldedState {
  return sessions.reduce<FoldedState>(({ lift, lifter }, next) => foldSession(lift, lifter, next), {
    lift: newLift,
    lifter: newLifter,
  })
}

/** The multiples of a step, as available loads. */
export function stepsOf(step: number) {
  const count = (load: number) => Math.floor(load / step + 1e-9)
  return {
    atMost: (load: number) => count(load) * step,
    above: (load: number) => (count(load) + 1) * step,
    below(load: number) {
      const steps = Math.ceil(load / step - 1e-9) - 1
      return steps >= 0 ? steps * step : undefined
    },
  }
}
