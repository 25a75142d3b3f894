import { chanceOf, type Forecast, type Remembered, usualGap } from '../lift-state/index.ts'
import type { Loading } from '../plates/loading.ts'
import { type Decision, done, type PlannedSet, sameWeight, toDo } from './decision.ts'
import type { Lift } from './lift.ts'
import { doubleRange, type RuledScheme } from './schemes.ts'
import type { Session } from './types.ts'

/** Gaps without the lift, in days, the same as in the memory. */
const comebackGap = 28
const repeatGap = 14
/** The minimum chance of a comeback's sets, and its lightest weight as a share of the last load. */
const comebackChance = 0.4
const lightest = 0.6

/** The schemes whose sets share a weight, so that repeating the last session makes sense. */
const evenSchemes: ReadonlySet<string> = new Set(['linear', 'double', 'sum', 'two_for_two', 'gzclp'])

/** What decides how to continue after a break. */
export interface BreakContext {
  readonly scheme: RuledScheme
  readonly last: Session
  /** Days since the last session. */
  readonly gap: number
  readonly memory: Remembered
  readonly expected: Forecast
  readonly loading: Loading
  readonly lift: Lift
}

/**
 * A scheme's decision after a break. More than four weeks: lighter, by the strength lost. More than two weeks and
 * 1.5 times the usual gap: repeat the last session. Otherwise the decision is unchanged.
 */
export function afterBreak(decision: Decision, context: BreakContext): Decision {
  const { gap, memory, scheme } = context
  if (gap > comebackGap) return comeback(decision, context)
  const usual = usualGap(memory.lift)
  const isRepeat = gap > repeatGap && (usual === undefined || gap > 1.5 * usual)
  return isRepeat && evenSchemes.has(scheme.scheme) ? repeat(decision, context) : decision
}

function comeback(decision: Decision, context: BreakContext): Decision {
  const { gap, last, lift, expected, loading, scheme } = context
  const body = last.bodyGrams ?? 0
  const top = decision.sets.reduce<PlannedSet | undefined>(
    (most, set) => (set.weight !== undefined && set.weight >= (most?.weight ?? set.weight) ? set : most),
    undefined,
  )
  if (top?.weight === undefined) return decision
  const minReps = scheme.scheme === 'double' ? (scheme.minReps ?? doubleRange.minReps) : undefined
  const reps = Math.min(minReps ?? Number.POSITIVE_INFINITY, top.reps?.min ?? 1)
  const heaviest = Math.max(...last.sets.map(({ weight }) => weight ?? Number.NEGATIVE_INFINITY))
  const from = Math.min(top.weight, Number.isFinite(heaviest) ? heaviest : top.weight)
  const chance = (weight: number) => chanceOf(expected, Math.max(1, body + weight) / 1000, reps)
  let weight = loading.atMost(from)
  while (chance(weight) < comebackChance) {
    const lighter = loading.below(weight)
    if (lighter === undefined || lighter + body < lightest * (from + body)) break
    weight = lighter
  }
  const share = (weight + body) / (top.weight + body)
  const sets = decision.sets.map((set): PlannedSet => {
    const { openEnded: _open, ...rest } = set
    const lighter =
      set.weight === undefined
        ? undefined
        : set === top
          ? weight
          : loading.atMost((set.weight + body) * share - body)
    return {
      ...rest,
      weight: lighter,
      ...(minReps !== undefined && set.reps && { reps: { min: minReps, max: set.reps.max } }),
    }
  })
  const begin = `It has been ${gap} days since ${done(lift, last.atWeight)}: start back with ${toDo(lift, sets)}; lost strength returns quickly.`
  return { ...decision, rule: `${scheme.scheme}.comeback`, sets, reasons: [begin] }
}

function repeat(decision: Decision, { gap, last, lift, scheme }: BreakContext): Decision {
  const { weight: lifted } = last
  const [first] = decision.sets
  if (lifted === undefined || first?.weight === undefined) return decision
  const isSame = sameWeight(first.weight, lifted)
  const isDouble = scheme.scheme === 'double'
  if (first.weight < lifted || (isSame && !isDouble)) return decision
  const sets = decision.sets.map((set, index): PlannedSet => {
    const did = last.atWeight[index]?.reps ?? last.atWeight.at(-1)?.reps
    const reps = isDouble || !isSame ? Math.max(1, did ?? 1) : set.reps?.min
    return {
      ...set,
      weight: lift.kept(lifted),
      ...(reps !== undefined && { reps: { min: reps, max: Math.max(reps, set.reps?.max ?? reps) } }),
    }
  })
  const again = `It has been ${gap} days since ${done(lift, last.atWeight)}: repeat ${toDo(lift, sets)} before adding anything.`
  return { ...decision, rule: `${scheme.scheme}.repeat`, sets, reasons: [again] }
}
