import { countText } from '#lib/count-text.ts'
import {
  type Decide,
  doneText,
  effortAfter,
  lighterStart,
  type PlannedSet,
  setCount,
  stepWarning,
  toDoText,
} from './decision.ts'
import { jumpReason, repsBeforeJump } from './jump.ts'
import type { SumScheme } from './schemes.ts'

/** The default total: three sets of ten. */
const defaultTotalReps = 30

/** Splits a total over a number of sets; the first ones get the remainder. */
const spread = (total: number, count: number, weight: number, rpe: number | undefined): PlannedSet[] =>
  Array.from({ length: count }, (_, index) => {
    const reps = Math.max(1, Math.floor(total / count) + (index < total % count ? 1 : 0))
    return { weight, reps: { min: reps, max: reps }, rpe }
  })

/**
 * Total reps: once all sets at the weight reach the total together, the weight rises. How the reps are split is
 * up to the lifter. Before a jump of more than 12%, more reps are built up.
 */
export const decideSum: Decide<SumScheme> = ({ scheme, before, since, lift }) => {
  const total = scheme.totalReps ?? defaultTotalReps
  const last = since.at(-1) ?? before.at(-1)
  if (last?.weight === undefined) return { undecided: 'No set with a weight has been logged yet.' }
  const { weight: lastWeight, atWeight } = last
  const count = setCount(scheme.sets, last)
  const sum = atWeight.reduce((total, { reps }) => total + reps, 0)
  const didText = `${doneText(lift, atWeight)}, ${sum} of ${countText(total, 'rep')}`
  const sessions = [last]
  const rpe = effortAfter(last)
  const lighter = since.length === 0 ? lighterStart(lift, last, Math.ceil(total / count), false) : undefined
  if (lighter !== undefined) {
    const sets = spread(total, count, lighter, rpe)
    const reason = `You did ${didText}, so start lighter: ${toDoText(lift, sets)}.`
    return { rule: 'sum.start', sets, reasons: [reason], sessions }
  }
  const raised = sum >= total ? lift.raised(lastWeight, lift.increment(scheme.incrementGrams)) : undefined
  const repsPerSet = Math.ceil(total / count)
  const top = raised === undefined ? undefined : repsBeforeJump(last, lastWeight, raised, repsPerSet)
  if (raised !== undefined && top !== undefined && sum < top * count) {
    const sets = spread(Math.min(top * count, sum + count), count, lift.loadable(lastWeight), rpe)
    const reason = jumpReason(lift, didText, lastWeight, raised, top, toDoText(lift, sets))
    return { rule: 'sum.build_reps', sets, reasons: [reason], sessions }
  }
  const sets = spread(total, count, raised ?? lift.loadable(lastWeight), rpe)
  const next = toDoText(lift, sets)
  if (raised !== undefined) {
    const reasons = [
      `You did ${didText}: move up to ${next}, split any way you like.`,
      ...stepWarning(lift, lastWeight, raised),
    ]
    return { rule: 'sum.add_weight', sets, reasons, sessions }
  }
  if (sum >= total) {
    const reason = `You did ${didText}, but nothing heavier can be loaded: repeat ${next}.`
    return { rule: 'sum.heaviest', sets, reasons: [reason], sessions }
  }
  const reason = `You did ${didText}: keep the weight until you get them all, ${next}, split any way you like.`
  return { rule: 'sum.stay', sets, reasons: [reason], sessions }
}
