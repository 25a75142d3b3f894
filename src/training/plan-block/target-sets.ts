import { blockOf } from '../blocks.ts'
import { isPersonal, type Landmarks } from '../landmarks.ts'
import type { Muscle } from '../types.ts'
import type { BlockRequest } from './types.ts'

/**
 * The direct sets of a muscle in the weeks of a block, before time is considered: from MEV toward MRV, then MV.
 * Landmarks that the user set, or whose MRV was learned, are limits known from experience: then the sets stay one below
 * the MRV, and the deload has half the MEV.
 */
export function targetSets(row: Landmarks, weeks: number, reach: 'mrv' | 'mav'): number[] {
  if (reach === 'mrv' && isPersonal(row)) return blockOf(row, weeks - 1).map(({ sets }) => sets)
  return climb(row.mev, reach === 'mrv' ? row.mrv : row.mav.min, weeks, row.mv)
}

/**
 * The sets of the deload week: the MV, or half the first week's sets if those are below the MEV or the MV is 0. With
 * personal landmarks, half the MEV or half the first week's sets, whichever is less.
 */
export function deloadSetsOf(row: Landmarks | undefined, first: number): number {
  if (row && isPersonal(row)) return Math.min(Math.round(row.mev / 2), Math.ceil(first / 2))
  return row && row.mv > 0 && first >= row.mev ? row.mv : Math.ceil(first / 2)
}

/** Weekly sets that rise evenly until the second to last week, followed by the deload. */
export function climb(first: number, peak: number, weeks: number, deload: number): number[] {
  const loading = weeks - 1
  return Array.from({ length: weeks }, (_, week) =>
    week === loading ? deload : Math.round(first + ((peak - first) * week) / Math.max(1, loading - 1)),
  )
}

/** The landmark up to which a muscle's volume builds up: beginners grow from less, and favored muscles come first. */
export function reachOf(muscle: Muscle, { goal, experience, favor }: BlockRequest): 'mrv' | 'mav' {
  if (favor.includes(muscle)) return 'mrv'
  return goal === 'hypertrophy' && experience !== 'beginner' && favor.length === 0 ? 'mrv' : 'mav'
}
