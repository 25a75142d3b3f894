import {
  foldSession,
  type LifterState,
  type LiftSession,
  type LiftState,
  newLift,
  newLifter,
} from '#training/lift-state/index.ts'

/** The memory after some sessions. */
export interface Remembered {
  readonly lift: LiftState
  readonly lifter: LifterState
}

/** A session: the reps of each set at one load. */
export function session(day: number, load: number, reps: readonly number[], deload?: true): LiftSession {
  return { day, sets: reps.map((count) => ({ load, reps: count })), ...(deload && { deload }) }
}

/** Folds sessions in order. */
export function lifted(sessions: readonly LiftSession[]): Remembered {
  return sessions.reduce<Remembered>(({ lift, lifter }, next) => foldSession(lift, lifter, next), {
    lift: newLift,
    lifter: newLifter,
  })
}

/** Loads in even steps. */
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
