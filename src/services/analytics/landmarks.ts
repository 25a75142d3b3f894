import { transact } from '#db/engine/transact.ts'
import type { Reader } from '#db/schema/index.ts'
import { findLandmarks, type OwnLandmarks, saveLandmarks } from '#db/training-settings/landmarks.ts'
import type { Schemas } from '#generated/types.ts'
import { type LandmarkTable, landmarkOutOfOrder, landmarksOf, mergeLandmarks } from '#training/landmarks.ts'
import { muscles } from '#training/types.ts'
import { type Current, type FieldProblem, type Invalid, invalid, type Stale } from '../crud/results.ts'

/** The landmarks for a user's figures: their own, and the defaults for all other muscles. */
export function landmarkTable({ items }: OwnLandmarks): LandmarkTable {
  return mergeLandmarks(new Map(items.map(({ muscle, ...landmarks }) => [muscle, landmarks])))
}

/** A user's landmarks in the contract's shape, in the order of the taxonomy. */
export function presentLandmarks(kept: OwnLandmarks): Schemas['LandmarkTable'] {
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

/**
 * Checks rules that the contract's schemas can't express: each muscle is listed once, and its landmarks
 * ascend.
 */
export function checkLandmarks({ items }: Schemas['LandmarksInput']): FieldProblem[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const problems: FieldProblem[] = []
    if (seen.has(item.muscle)) {
      problems.push({
        pointer: `/items/${index}/muscle`,
        code: 'unique',
        message: 'Must not be listed twice.',
      })
    }
    seen.add(item.muscle)
    const place = landmarkOutOfOrder(item)
    if (place !== undefined) {
      const pointer = `/items/${index}/${place.replace('.', '/')}`
      problems.push({ pointer, code: 'range', message: 'Must not be below the preceding landmark.' })
    }
    return problems
  })
}

/** Replaces a user's own landmarks. */
export async function replaceLandmarks(
  db: Reader,
  userId: string,
  input: Schemas['LandmarksInput'],
  mayChange: (revision: number) => boolean,
): Promise<Current<Schemas['LandmarkTable']> | Invalid | Stale<Schemas['LandmarkTable']>> {
  const errors = checkLandmarks(input)
  if (errors.length > 0) return invalid(...errors)
  return transact(db, userId, async (tx) => {
    const stored = await findLandmarks(tx, userId)
    if (!mayChange(stored.revision)) return { kind: 'stale', current: presentLandmarks(stored) }
    return { kind: 'current', value: presentLandmarks(await saveLandmarks(tx, userId, stored, input.items)) }
  })
}
