import type { ExerciseFacts } from '../types.ts'

/** The facts that decide how much can be lifted. */
export type LimitFacts = Partial<Pick<ExerciseFacts, 'pattern' | 'equipment' | 'perHand' | 'tracking'>>

/** More than anyone has lifted in one hand, or added to the body, in kilograms. */
const handLimit = 250
/**
 * The records, with a margin of a tenth or more, by pattern and equipment; the first match applies. Among the records
 * are a row of 293 kg (Coleman), a clean and jerk of 267 kg (Talakhadze, 2021), a bench press of 355 kg without a shirt
 * (Maddox, 2021) and a squat of 595 kg in a suit (Baptist, 2021).
 */
const limits = [
  [/dumb|kettle/, handLimit],
  [/elbow|fly|raise/, 300],
  [/push|pull|olympic|cable/, 500],
  [/bar|smith/, 700],
] as const

/** Leg presses of 1,120 kg (Cannon) and 1,043 kg (Coleman). */
const machineLimit = 1300

/** A weight, in kilograms as entered, that nobody has lifted in such an exercise without supportive gear. */
export function mostLifted({ pattern, equipment, perHand, tracking }: LimitFacts): number {
  if (perHand || tracking === 'bodyweight_reps') return handLimit
  return limits.find(([kind]) => kind.test(`${pattern} ${equipment}`))?.[1] ?? machineLimit
}
