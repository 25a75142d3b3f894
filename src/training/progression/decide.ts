import { decideApre } from './apre.ts'
import type { Decision, SchemeInput, Undecided } from './decision.ts'
import { decideDouble } from './double.ts'
import { decideFiveThreeOne } from './five-three-one.ts'
import { decideGzclp } from './gzclp.ts'
import { decideLinear } from './linear.ts'
import { decideRpe } from './rpe.ts'
import type { RuleBasedScheme } from './schemes.ts'
import { afterFailure } from './step-back.ts'
import { decideSum } from './sum.ts'
import { decideTwoForTwo } from './two-for-two.ts'
import { decideWithoutWeight } from './without-weight.ts'

/**
 * Whether an exercise progresses without a weight: it isn't measured by weight, and none was logged in its last
 * workout.
 */
export function isUnloaded({ lift, since, before }: SchemeInput<RuleBasedScheme>): boolean {
  const { tracking } = lift.facts
  if (tracking === 'duration' || tracking === 'distance_duration') return true
  const last = since.at(-1) ?? before.at(-1)
  return tracking === 'reps' && !(last?.weight !== undefined && last.weight > 0)
}

/** The next decision of a scheme, with less weight after a failed session. */
export function decide(input: SchemeInput<RuleBasedScheme>): Decision | Undecided {
  const decision = decideByScheme(input)
  const { scheme, since, before, lift } = input
  return 'undecided' in decision ? decision : afterFailure(decision, scheme, [...before, ...since], lift)
}

function decideByScheme(input: SchemeInput<RuleBasedScheme>): Decision | Undecided {
  const { scheme, since, before } = input
  const hasTrainingMax = scheme.scheme === 'five_three_one' && scheme.trainingMaxGrams !== undefined
  if (since.length + before.length === 0 && !hasTrainingMax)
    return { undecided: 'No workout with this exercise yet.' }
  if (isUnloaded(input)) return decideWithoutWeight(input)
  switch (scheme.scheme) {
    case 'linear':
      return decideLinear({ ...input, scheme })
    case 'double':
      return decideDouble({ ...input, scheme })
    case 'sum':
      return decideSum({ ...input, scheme })
    case 'rpe':
      return decideRpe({ ...input, scheme })
    case 'two_for_two':
      return decideTwoForTwo({ ...input, scheme })
    case 'five_three_one':
      return decideFiveThreeOne({ ...input, scheme })
    case 'gzclp':
      return decideGzclp({ ...input, scheme })
    case 'apre':
      return decideApre({ ...input, scheme })
  }
}
