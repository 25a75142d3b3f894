/**
 * The layout of a cell of `Bests`: the value, or 0 if there is none; the position; the set's reps and load; the
 * value that was beaten, and its position; and the time of the set.
 */
export const cell = {
  value: 0,
  position: 1,
  reps: 2,
  loadGrams: 3,
  beaten: 4,
  beatenPosition: 5,
  performedAt: 6,
} as const

/** The size of a cell: one more than it uses, so that cells start at multiples of a power of two. */
export const cellWidth = 8
