/**
 * The value at `rank` (0 is the lowest) in sorted `values`. Reorders `values`; takes linear time on average
 * (Hoare's quickselect). `values` contain no NaN and `rank` is one of their indexes.
 */
export function select(values: Float64Array, rank: number): number {
  const at = (index: number) => values[index] ?? Number.NaN
  let left = 0
  let right = values.length - 1
  while (left < right) {
    const pivot = at((left + right) >>> 1)
    let i = left
    let j = right
    while (i <= j) {
      while (at(i) < pivot) i++
      while (at(j) > pivot) j--
      if (i > j) break
      const swapped = at(i)
      values[i++] = at(j)
      values[j--] = swapped
    }
    if (rank <= j) right = j
    else if (rank >= i) left = i
    else return pivot
  }
  return at(rank)
}

/** The middle value, or the higher of the two middle ones. Undefined for no values. */
export function upperMedian(values: readonly number[]): number | undefined {
  // Without a comparator, as only typed arrays sort numbers, it takes a fraction of the time.
  return new Float64Array(values).sort()[values.length >> 1]
}

/** The median: the middle value, or the mean of the two middle ones. Undefined for no values. */
export function median(values: ArrayLike<number>): number | undefined {
  const copy = new Float64Array(values)
  if (copy.length === 0) return undefined
  const lower = select(copy, (copy.length - 1) >>> 1)
  if (copy.length % 2 === 1) return lower
  const upper = select(copy, copy.length >>> 1)
  return lower + (upper - lower) / 2
}
