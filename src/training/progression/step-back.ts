import { percentOfMax } from '../rpe-chart.ts'
import { type Decision, toDoText, usualRpe } from './decision.ts'
import type { Lift } from './lift.ts'
import { isFailed } from './light-days.ts'
import type { RuleBasedScheme } from './schemes.ts'
import type { Session } from './types.ts'

/** The drop after sets without a rep, in percent. */
const dropPercent = 10

/** The schemes that would otherwise prescribe the same weight forever. */
const waitingSchemes: ReadonlySet<string> = new Set(['double', 'sum', 'two_for_two'])

/** A scheme's decision, made lighter if the last session had no rep at the weight that would be prescribed again. */
export function afterFailure(
  decision: Decision,
  { scheme }: RuleBasedScheme,
  sessions: readonly Session[],
  lift: Lift,
): Decision {
  const [first] = decision.sets
  const last = sessions.at(-1)
  if (!waitingSchemes.has(scheme) || !last || !isFailed(last)) return decision
  if (last.weight === undefined || (first?.weight ?? 0) < last.weight) return decision
  // A lifter who never made a rep gets the chart's weight, as if the failed weight were their one-rep max.
  const percent = sessions.every(isFailed) && percentOfMax(first?.reps?.min ?? 1, usualRpe)
  const weight = lift.lowered(last.weight, percent ? 100 - percent : dropPercent, last)
  const percentLess = lift.percentLess(last.weight, weight, last)
  const sets = decision.sets.map((set) => ({ ...set, weight }))
  const reason = `You got no reps at ${lift.weightText(last.weight)}, so drop ${percentLess}% to ${toDoText(lift, sets)}.`
  return { ...decision, rule: `${scheme}.step_back`, sets, reasons: [reason] }
}
