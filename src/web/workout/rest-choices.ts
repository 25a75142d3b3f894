import { clockText } from '../words.ts'

/** The rest times offered, in seconds, with their names. */
export const restChoices = [0, 60, 90, 120, 150, 180, 240, 300].map(
  (seconds) => [seconds, seconds === 0 ? 'No rest' : clockText(seconds)] as const,
)
