import type { SetWork } from './types.ts'

/** Whether a value is above zero; a missing one isn't. */
const done = (figure: number | undefined, least: number) => figure !== undefined && figure >= least

/**
 * Whether a set counts at all: not a warm-up, and with reps ≥ 1, a duration or a distance. Every function of
 * this folder ignores the others.
 */
export function counts(set: SetWork): boolean {
  if (set.type === 'warmup') return false
  return (
    done(set.reps, 1) ||
    done(set.durationSeconds, Number.MIN_VALUE) ||
    done(set.distanceMillimeters, Number.MIN_VALUE)
  )
}

/**
 * How often a set was done: `both` means that each side did it once, so it counts twice, in sets, reps and
 * volume. One side, or a set that names none, counts once.
 */
export const timesDone = (set: Pick<SetWork, 'side'>): 1 | 2 => (set.side === 'both' ? 2 : 1)

/** Reps of a set over the sides that did it; 0 for a set without reps. */
export const repsDone = (set: Pick<SetWork, 'side' | 'reps'>): number => (set.reps ?? 0) * timesDone(set)
