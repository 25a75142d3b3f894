import { byTime, type PackedWorkoutRow } from './packed-workouts.ts'

/** How a log, oldest first, has changed since an earlier state. */
export interface LogChanges {
  /** The index that an unchanged workout had, by its index now; undefined for others. */
  readonly earlierIndexOf: (index: number) => number | undefined
  /** The index that an unchanged workout has now, by its earlier index; undefined for others. */
  readonly indexOf: (earlierIndex: number) => number | undefined
  /** The index now of the first unchanged workout at or after an earlier index, or of the end if there is none. */
  readonly endOf: (earlierIndex: number) => number
  /** The workouts that were added or removed; of those that have changed, both states. */
  readonly changedRows: readonly PackedWorkoutRow[]
}

/**
 * Compares two states of a log.
 *
 * @param unchanged the number of workouts before the first change
 */
export function compareLogs(
  earlier: readonly PackedWorkoutRow[],
  now: readonly PackedWorkoutRow[],
  unchanged: number,
  isSame: (row: PackedWorkoutRow, earlierRow: PackedWorkoutRow | undefined) => boolean,
): LogChanges {
  const earlierIndexes: (number | undefined)[] = []
  const indexes: (number | undefined)[] = []
  const changedRows: PackedWorkoutRow[] = []
  let next = unchanged
  for (const [offset, row] of now.slice(unchanged).entries()) {
    let other = earlier[next]
    for (; other && byTime(other, row) < 0; other = earlier[++next]) changedRows.push(other)
    const isUnchanged = isSame(row, other)
    earlierIndexes.push(isUnchanged ? next : undefined)
    if (isUnchanged) indexes[next++ - unchanged] = unchanged + offset
    else changedRows.push(row)
  }
  changedRows.push(...earlier.slice(next))
  const indexOf = (index: number) => (index < unchanged ? index : indexes[index - unchanged])
  return {
    earlierIndexOf: (index) => (index < unchanged ? index : earlierIndexes[index - unchanged]),
    indexOf,
    endOf(earlierIndex) {
      for (let index = earlierIndex; index < earlier.length; index++) {
        const indexNow = indexOf(index)
        if (indexNow !== undefined) return indexNow
      }
      return now.length
    },
    changedRows,
  }
}
