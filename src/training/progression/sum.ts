import {
  type Decide,
  done,
  effortAfter,
  lighterStart,
  type PlannedSet,
  setCount,
  stepWarning,
  toDo,
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
 * Total reps: once all sets at the weight reach the total together, the weight rises. How they are split is
 * up to the lifter.
 */
export const decideSum: Decide<SumScheme> = ({ scheme, before, since, lift }) => {
  const total = scheme.totalReps ?? defaultTotalReps
  const last = since.at(-1) ?? before.at(-1)
  if (last?.weight === undefined) return { undecided: 'No set with a weight has been logged yet.' }
  const { weight: lifted, atWeight } = last
  const count = setCount(scheme.sets, last)
  const sum = atWeight.reduce((all, { reps }) => all + reps, 0)
  const was = `${done(lift, atWeight)}, ${sum} of ${total} reps`
  const sessions = [last]
  const rpe = effortAfter(last)
  const lighter = since.length === 0 ? lighterStart(lift, last, Math.ceil(total / count), false) : undefined
  if (lighter !== undefined) {
    const sets = spread(total, count, lighter, rpe)
    const reason = `You did ${was}, so start lighter: ${toDo(lift, sets)}.`
    return { rule: 'sum.start', sets, reasons: [reason], sessions }
  }
  const raised = sum >= total ? lift.raised(lifted, lift.increment(scheme.incrementGrams)) : undefined
  const each = Math.ceil(total / count)
  const top = raised === undefined ? undefined : repsBeforeJump(last, lifted, raised, each)
  if (raised !== undefined && top !== undefined && sum < top * count) {
    const sets = spread(Math.min(top * count, sum + count), count, lift.kept(lifted), rpe)
    const reason = jumpReason(lift, was, lifted, raised, top, toDo(lift, sets))
    return { rule: 'sum.build_reps', sets, reasons: [reason], sessions }
  }
  const sets = spread(total, count, raised ?? lift.kept(lifted), rpe)
  const next = toDo(lift, sets)
  if (raised !== undefined) {
    const reasons = [
      `You did ${was}: move up to ${next}, split any way you like.`,
      ...stepWarning(lift, lifted, raised),
    ]
    return { rule: 'sum.add_weight', sets, reasons, sessions }
  }
  if (sum >= total) {
    const reason = `You did ${was}, but nothing heavier can be loaded: repeat ${next}.`
    return { rule: 'sum.heaviest', sets, reasons: [reason], sessions }
  }
  const reason = `You did ${was}: keep the weight until you get them all, ${next}, split any way you like.`
  return { rule: 'sum.stay', sets, reasons: [reason], sessions }
}
