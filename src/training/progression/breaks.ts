import { breakIn, comebackGap, isPause, minComebackChance, minComebackShare } from '../lift-state/breaks.ts'
import { chanceOf, type Forecast, type RememberedLift } from '../lift-state/index.ts'
import type { Loading } from '../plates/loading.ts'
import { type Decision, doneText, type PlannedSet, sameWeight, shortOfFailure, toDoText } from './decision.ts'
import type { Lift } from './lift.ts'
import { memoryProgression } from './memory.ts'
import { doubleRange, type RuleBasedScheme } from './schemes.ts'
import type { ProgressionInput, Session } from './types.ts'

/** The schemes whose sets share a weight. With these, repeating the last session makes sense. */
const evenSchemes: ReadonlySet<string> = new Set(['linear', 'double', 'sum', 'two_for_two', 'gzclp'])

/** The schemes that continue from whatever weight was lifted last. The weight may then return in larger steps. */
const steadySchemes: ReadonlySet<string> = new Set(['linear', 'double', 'sum', 'two_for_two'])

/** The inputs of the decision after a break. */
export interface BreakContext {
  readonly scheme: RuleBasedScheme
  readonly input: ProgressionInput
  readonly last: Session
  /** Days since the last session. */
  readonly gap: number
  readonly memory: RememberedLift
  readonly expected: Forecast
  readonly loading: Loading
  readonly lift: Lift
}

/**
 * A scheme's decision after a break. More than four weeks: lighter, to match the strength lost. More than two weeks and
 * 1.5 times the usual gap: repeat the last session, if the scheme's sets share a weight. On the way back from a long
 * break: in the memory's larger steps, if the scheme continues from the last weight. Otherwise the decision is
 * unchanged.
 */
export function afterBreak(decision: Decision, context: BreakContext): Decision {
  const { gap, memory, scheme } = context
  if (gap > comebackGap) return comeback(decision, context)
  if (isPause(memory.lift, gap) && evenSchemes.has(scheme.scheme)) return repeat(decision, context)
  return steadySchemes.has(scheme.scheme) ? returnFromBreak(decision, context) : decision
}

const lowestReps = (scheme: RuleBasedScheme) =>
  scheme.scheme === 'double' ? (scheme.minReps ?? doubleRange.minReps) : undefined

/** After a long break, raises the weight in the memory's steps if they are larger than the scheme's. */
function returnFromBreak(decision: Decision, { scheme, memory, input }: BreakContext): Decision {
  const [first] = decision.sets
  if (first?.weight === undefined || !first.reps || !breakIn(memory.lift)) return decision
  const min = lowestReps(scheme) ?? first.reps.min
  const range = { min, max: Math.max(min, first.reps.max) }
  const next = memoryProgression({ ...input, memory, since: undefined }, { scheme: 'memory', range })
  if (next.status !== 'prescription' || next.rule !== 'memory.return') return decision
  const [{ weightGrams = 0, assistanceGrams = 0 } = {}] = next.sets
  const weight = weightGrams - assistanceGrams
  if (weight <= first.weight || next.sets.length !== decision.sets.length) return decision
  const sets = decision.sets.map((set) => ({ ...shortOfFailure(set), weight, reps: range }))
  return { ...decision, rule: `${scheme.scheme}.return`, sets, reasons: next.reasons.slice(0, 1) }
}

function comeback(decision: Decision, context: BreakContext): Decision {
  const { gap, last, lift, expected, loading, scheme } = context
  const body = last.bodyGrams ?? 0
  const top = decision.sets.reduce<PlannedSet | undefined>(
    (best, set) => (set.weight !== undefined && set.weight >= (best?.weight ?? set.weight) ? set : best),
    undefined,
  )
  if (top?.weight === undefined) return decision
  const minReps = lowestReps(scheme)
  const reps = Math.min(minReps ?? Number.POSITIVE_INFINITY, top.reps?.min ?? 1)
  const heaviest = Math.max(...last.sets.map(({ weight }) => weight ?? Number.NEGATIVE_INFINITY))
  const heaviestStart = Math.min(top.weight, Number.isFinite(heaviest) ? heaviest : top.weight)
  const chance = (weight: number) => chanceOf(expected, Math.max(1, body + weight) / 1000, reps)
  let weight = loading.atMost(heaviestStart)
  while (chance(weight) < minComebackChance) {
    const lighter = loading.below(weight)
    if (lighter === undefined || lighter + body < minComebackShare * (heaviestStart + body)) break
    weight = lighter
  }
  const topLoad = top.weight + body
  const share = topLoad > 0 ? (weight + body) / topLoad : 1
  const sets = decision.sets.map((set): PlannedSet => {
    const lighter =
      set.weight === undefined
        ? undefined
        : set === top
          ? weight
          : loading.atMost((set.weight + body) * share - body)
    return {
      ...shortOfFailure(set),
      weight: lighter,
      ...(minReps !== undefined && set.reps && { reps: { min: minReps, max: set.reps.max } }),
    }
  })
  const reason = `It has been ${gap} days since ${doneText(lift, last.atWeight)}: start back with ${toDoText(lift, sets)}; lost strength returns quickly.`
  return { ...decision, rule: `${scheme.scheme}.comeback`, sets, reasons: [reason] }
}

function repeat(decision: Decision, { gap, last, lift, scheme }: BreakContext): Decision {
  const { weight: lastWeight } = last
  const [first] = decision.sets
  if (lastWeight === undefined || first?.weight === undefined) return decision
  const isSame = sameWeight(first.weight, lastWeight)
  const isDouble = scheme.scheme === 'double'
  if (first.weight < lastWeight || (isSame && !isDouble)) return decision
  const sets = decision.sets.map((set, index): PlannedSet => {
    const lastReps = last.atWeight[index]?.reps ?? last.atWeight.at(-1)?.reps
    const reps = isDouble || !isSame ? Math.max(1, lastReps ?? 1) : set.reps?.min
    return {
      ...set,
      weight: lift.loadable(lastWeight),
      ...(reps !== undefined && { reps: { min: reps, max: Math.max(reps, set.reps?.max ?? reps) } }),
    }
  })
  const reason = `It has been ${gap} days since ${doneText(lift, last.atWeight)}: repeat ${toDoText(lift, sets)} before adding anything.`
  return { ...decision, rule: `${scheme.scheme}.repeat`, sets, reasons: [reason] }
}
