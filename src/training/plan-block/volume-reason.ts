import { countText } from '#lib/count-text.ts'
import { isPersonal, type LandmarkTable, ownSource } from '../landmarks.ts'
import type { Muscle } from '../types.ts'
import { reachOf } from './target-sets.ts'
import type { BlockRequest } from './types.ts'

/** Tells a user how a muscle's sets rise over the weeks, and why they stop where they do. */
export function reasonOf(
  muscle: Muscle,
  sets: readonly number[],
  targets: readonly number[],
  request: BlockRequest,
  landmarks: LandmarkTable,
): string {
  const { minutes, sessionsPerWeek, favor, experience } = request
  const row = landmarks[muscle]
  const name = muscle.replaceAll('_', ' ')
  const [first = 0] = sets
  const peak = sets.at(-2) ?? 0
  const deload = sets.at(-1) ?? 0
  const sourceText = row
    ? ` MEV is ${row.mev} and MRV ${countText(row.mrv, 'set')} a week (${row.source}).`
    : ''
  const limit =
    row && isPersonal(row) && reachOf(muscle, request) === 'mrv'
      ? ` ${row.source === ownSource ? 'You chose them' : 'You know that limit from experience'}, so the block stays a set below that MRV, and the last week has half that MEV.`
      : ''
  const start = first === peak ? '' : `from ${first} to `
  const text = `The ${name}: ${start}${countText(peak, 'set')} a week, then ${deload} to recover.${sourceText}${limit}`
  if (peak < (targets.at(-2) ?? 0)) {
    return `${text} ${sessionsPerWeek} × ${minutes} minutes leave no room for more.`
  }
  if (favor.includes(muscle)) return `${text} You favor it, so it climbs all the way.`
  return experience === 'beginner' ? `${text} A beginner doesn’t need more to grow.` : text
}
