import { MemoryFold, type RememberedLift } from '../lift-state/index.ts'
import { ListedSets } from '../records/set-cursor.ts'
import type { ProgressionInput } from './types.ts'

/** The result of folding the sets of one exercise. */
export interface FoldedSets {
  readonly memory: RememberedLift | undefined
  /** The sets that look like typing errors, by id. */
  readonly doubted: ReadonlySet<string>
}

/** Folds the memory from the sets of this exercise alone, up to now. */
export function foldSets({ facts, sets, bodyweightAt, days, now }: ProgressionInput): FoldedSets {
  const fold = new MemoryFold()
  const past = sets
    .filter(({ performedAt }) => performedAt <= now)
    .toSorted(
      (a, b) =>
        a.performedAt - b.performedAt || (a.workoutId < b.workoutId ? -1 : a.workoutId > b.workoutId ? 1 : 0),
    )
  fold.add(new ListedSets(past), { exercises: new Map([[facts.id, facts]]), bodyweightAt, days })
  const doubted = fold.doubts().map(({ setId }) => setId)
  return { memory: fold.of(facts.id), doubted: new Set(doubted) }
}
