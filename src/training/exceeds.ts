/** The smallest difference that isn't a tie, in the unit of the figure. */
const minDifference = 0.5

/**
 * Whether a figure in grams, reps, seconds or millimeters is strictly better than a best. Equal figures from different
 * sets differ by rounding (20 kg × 10 and 25 kg × 2 both estimate 26.67 kg), so less than half a gram is a tie.
 */
export const exceeds = (figure: number, best: number): boolean => figure - best >= minDifference
