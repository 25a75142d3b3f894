/** `1 workout`, `2 workouts`: a count with its noun in the singular or plural. */
export const countText = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`
