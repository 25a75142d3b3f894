/** What a cell of `Bests` holds: the value, 0 where nothing stands; where; reps and load of the set; what was beaten, and where that stands. */
export const cell = {
  value: 0,
  position: 1,
  reps: 2,
  loadGrams: 3,
  beaten: 4,
  beatenPosition: 5,
  performedAt: 6,
} as const

/** Numbers of a cell: one more than are used, so that it starts at a power of two. */
export const cellWidth = 8
