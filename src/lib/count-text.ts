/** `1 workout`, `2 workouts`: a count with its noun in the singular or plural. */
export const countText = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
