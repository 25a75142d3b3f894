import { type Decision, doneText, type SchemeInput, toDoText } from './decision.ts'
import { isJump } from './jump.ts'
import type { RuleBasedScheme } from './schemes.ts'

/** A jump is out of reach if even one rep has less chance than this. */
const minChance = 0.05
/** The maximum reps of a set instead of a jump. */
const maxReps = 30

/** The schemes that raise the weight by a step, whatever the next loadable weight is. */
const steppingSchemes: ReadonlySet<string> = new Set(['linear', 'double', 'sum', 'two_for_two', 'gzclp'])

/** A scheme's decision, with more reps at the same weight instead of a jump to a weight that can't be lifted. */
export function withinReach(decision: Decision, input: SchemeInput<RuleBasedScheme>): Decision {
  const { scheme, before, since, lift, chance } = input
  const last = since.at(-1) ?? before.at(-1)
  const [first] = decision.sets
  if (!chance || last?.weight === undefined || first?.weight === undefined || !first.reps) return decision
  const heaviest = Math.max(...[...before, ...since].map((session) => session.weight ?? 0))
  if (!steppingSchemes.has(scheme.scheme) || !isJump(last, heaviest, first.weight)) return decision
  if (chance(first.weight, 1) >= minChance) return decision
  const weight = lift.loadable(last.weight)
  const sets = decision.sets.map(({ openEnded: _open, ...set }, index) => {
    const done = (last.atWeight[index] ?? last.atWeight.at(-1))?.reps ?? 0
    const reps = Math.min(maxReps, done + 1)
    return { ...set, weight, reps: { min: reps, max: reps } }
  })
  const reason = `You did ${doneText(lift, last.atWeight)}, but the next weight, ${lift.weightText(first.weight)}, is out of reach: do ${toDoText(lift, sets)}, or choose an exercise with smaller steps.`
  return { ...decision, rule: `${scheme.scheme}.build_reps`, sets, reasons: [reason] }
}
