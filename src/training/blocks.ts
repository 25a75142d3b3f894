import type { Landmarks } from './landmarks.ts'

/** The purpose of a week of a block. */
export type BlockPhase = 'build' | 'peak' | 'deload'

export interface BlockWeek {
  /** The number of the week, from 1. */
  readonly week: number
  readonly phase: BlockPhase
  /** Direct sets of the muscle. */
  readonly sets: number
}

/**
 * The weekly sets of a muscle over a block: from the minimum effective volume to one set below the maximum recoverable
 * volume, then a deload of half the minimum. Chest, 10 to 22, in five weeks: 10, 13, 16, 18, 21, and 5. This is how
 * coaches do it (Renaissance Periodization), not a research finding.
 *
 * @param weeks the number of building weeks, 1 or more
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
