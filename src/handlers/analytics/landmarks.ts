import type { components } from '../../../generated/types.ts'
import type { OwnLandmarks } from '../../db/landmarks.ts'
import type { FieldProblem } from '../../http/contract-types.ts'
import { type LandmarkTable, landmarksOf, weeklyLandmarks } from '../../training/landmarks.ts'
import { muscles } from '../../training/types.ts'

type Words = components['schemas']

/** Whose opinion a user's own landmarks are. */
const own = 'own'

/** The landmarks that a user's figures are judged by: their own, and the usual ones of all other muscles. */
export function landmarkTable({ items }: OwnLandmarks): LandmarkTable {
  if (items.length === 0) return weeklyLandmarks
  const set = items.map(({ muscle, ...landmarks }) => [muscle, { ...landmarks, source: own }] as const)
  return { ...weeklyLandmarks, ...Object.fromEntries(set) }
}

/** A user's landmarks in the shape of the contract, in the order of the taxonomy. */
export function presentLandmarks(kept: OwnLandmarks): Words['LandmarkTable'] {
  const table = landmarkTable(kept)
  const changed = new Set(kept.items.map(({ muscle }) => muscle))
  return {
    items: muscles.flatMap((muscle) => {
      const landmarks = landmarksOf(muscle, table)
      return landmarks ? [{ muscle, landmarks, custom: changed.has(muscle) }] : []
    }),
    revision: kept.revision,
  }
}

/** What the contract's schemas can't say of landmarks: each muscle once, and its figures rise. */
export function checkLandmarks({ items }: Words['LandmarksInput']): FieldProblem[] {
  const seen = new Set<string>()
  return items.flatMap(({ muscle, mv, mev, mav, mrv }, index) => {
    const problems: FieldProblem[] = []
    if (seen.has(muscle)) {
      problems.push({ pointer: `/items/${index}/muscle`, code: 'unique', message: 'Stands here already.' })
    }
    seen.add(muscle)
    const rising = mv <= mev && mev <= mav.min && mav.min <= mav.max && mav.max <= mrv
    if (!rising) {
      const message = 'Must rise: mv, mev, mav.min, mav.max, mrv.'
      problems.push({ pointer: `/items/${index}`, code: 'range', message })
    }
    return problems
  })
}
