import type { Landmarks } from './landmarks.ts'

/** What weeks of a block are for. */
export type BlockPhase = 'build' | 'peak' | 'deload'

/** A week of a block. */
export interface BlockWeek {
  /** From 1. */
  readonly week: number
  readonly phase: BlockPhase
  /** Direct sets of the muscle. */
  readonly sets: number
}

/**
 * The weekly sets of a muscle over a block: from the minimum effective volume to one set below what can be recovered
 * from, then a deload of half the minimum. Chest, 10 to 22, in five weeks: 10, 13, 16, 18, 21, and 5. Coaches’ practice
 * (Renaissance Periodization), not a research finding.
 *
 * @param weeks of building, 1 or more
 */
export function blockOf({ mev, mrv }: Pick<Landmarks, 'mev' | 'mrv'>, weeks: number): BlockWeek[] {
  const top = Math.max(mev, mrv - 1)
  const building = Array.from({ length: weeks }, (_, index): BlockWeek => {
    const share = weeks > 1 ? index / (weeks - 1) : 0
    const isLast = weeks > 1 && index === weeks - 1
    return { week: index + 1, phase: isLast ? 'peak' : 'build', sets: Math.round(mev + (top - mev) * share) }
  })
  return [...building, { week: weeks + 1, phase: 'deload', sets: Math.round(mev / 2) }]
}

/** What can be recovered from, as far as it is known: direct sets a week. */
export interface RecoverableVolume {
  readonly sets: number
  /** The standard deviation. */
  readonly deviation: number
}

/** Standard deviations: of people around the landmark, as a share of it, and of one observed overreach, in sets. */
const prior = { share: 0.2, overreach: 3 } as const

/**
 * A person’s own maximum recoverable volume: the landmark, shifted by the weekly sets at which they overreached.
 * Landmark 22 and an overreach at 18 → 19.27 ± 2.48; at 18 and 19 → 19.16 ± 1.91.
 */
export function ownRecoverable(mrv: number, overreachedAt: readonly number[]): RecoverableVolume {
  const start = 1 / (prior.share * mrv) ** 2
  const each = 1 / prior.overreach ** 2
  const weight = start + each * overreachedAt.length
  const sum = start * mrv + each * overreachedAt.reduce((all, sets) => all + sets, 0)
  return { sets: sum / weight, deviation: Math.sqrt(1 / weight) }
}
