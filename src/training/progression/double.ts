import { bodyweightShareOf } from '../load.ts'
import {
  type Decide,
  done,
  effortAfter,
  lighterStart,
  type PlannedSet,
  repeatSet,
  reserves,
  setCount,
  stepWarning,
  toDo,
} from './decision.ts'
import { jumpReason, repsBeforeJump } from './jump.ts'
import { type DoubleScheme, doubleRange } from './schemes.ts'

/** With this many reps in reserve in all sets, a weight is too easy; the next one must be at least this likely. */
const easyReserve = 2.5
const likely = 0.6

/**
 * Double progression: all sets at the maximum reps raise the weight and start over at the minimum; else each
 * set aims at one more rep than last time, up to the maximum. If a set is below the minimum, nothing rises:
 * sets below it aim at the minimum, the others at what they did. Logged effort counts: nothing is added to sets
 * to failure, and sets with three or more reps in reserve earn weight early. Before a jump of more than 12 %, reps go
 * above the maximum.
 */
export const decideDouble: Decide<DoubleScheme> = ({ scheme, before, since, lift, chance }) => {
  const min = scheme.minReps ?? doubleRange.minReps
  const max = Math.max(min, scheme.maxReps ?? doubleRange.maxReps)
  const last = since.at(-1) ?? before.at(-1)
  if (last?.weight === undefined) return { undecided: 'No set with a weight has been logged yet.' }
  const { weight: lifted, atWeight } = last
  const count = setCount(scheme.sets, last)
  const judged = atWeight.slice(0, count)
  const was = done(lift, judged)
  const sessions = [last]
  const planned = (weight: number, reps: number): PlannedSet => ({
    weight,
    reps: { min: reps, max: Math.max(reps, max) },
    rpe: effortAfter(last),
  })
  const lighter = lighterStart(lift, last, min, since.length > 0)
  if (lighter !== undefined) {
    const sets = repeatSet(count, planned(lighter, min))
    const reason = `${was} is well short of ${min}–${max} reps, so start lighter: ${toDo(lift, sets)}.`
    return { rule: 'double.start', sets, reasons: [reason], sessions }
  }
  // Unless a number of sets was chosen, only the sets at this weight are judged.
  const enough = judged.length >= (scheme.sets ?? 1)
  const full = enough && judged.every(({ reps }) => reps >= max)
  const left = reserves(judged)
  const raised = lift.raised(lifted, lift.increment(scheme.incrementGrams))
  const top = raised === undefined ? undefined : repsBeforeJump(last, lifted, raised, min)
  const easy =
    raised !== undefined &&
    enough &&
    left !== undefined &&
    Math.min(...left) >= easyReserve &&
    judged.every(({ reps }) => reps >= min) &&
    (chance?.(raised, min) ?? 0) >= likely
  if (raised !== undefined && (easy || (full && judged.every(({ reps }) => reps >= (top ?? max))))) {
    const sets = repeatSet(count, planned(raised, min))
    const spare = full ? '' : ` with ${Math.floor(Math.min(...(left ?? [])))} or more reps in reserve`
    const reasons = [
      `You did ${was}${spare}, so move up to ${toDo(lift, sets)}.`,
      ...stepWarning(lift, lifted, raised),
    ]
    return { rule: 'double.add_weight', sets, reasons, sessions }
  }
  const weight = lift.kept(lifted)
  if (full && raised !== undefined && top !== undefined) {
    const sets = judged.map(({ reps }) => planned(weight, Math.min(top, reps + 1)))
    const reason = jumpReason(lift, was, lifted, raised, top, toDo(lift, sets))
    return { rule: 'double.build_reps', sets, reasons: [reason], sessions }
  }
  if (full) {
    const sets = judged.map(({ reps }) => ({
      ...planned(weight, reps + 1),
      reps: { min: reps + 1, max: reps + 1 },
    }))
    const harder = bodyweightShareOf(lift.facts) > 0 ? ', or try a harder variation' : ''
    const reason = `You did ${was}, but nothing heavier can be loaded: add a rep to each set, ${toDo(lift, sets)}${harder}.`
    return { rule: 'double.heaviest', sets, reasons: [reason], sessions }
  }
  const under = judged.some(({ reps }) => reps < min)
  const sets = Array.from({ length: count }, (_, index) => {
    const reps = judged[index]?.reps
    return planned(weight, Math.min(max, Math.max(min, reps === undefined ? min : under ? reps : reps + 1)))
  })
  if (under) {
    const reason = `You did ${was}, with a set under ${min} reps, so keep the weight: ${toDo(lift, sets)}.`
    return { rule: 'double.stay', sets, reasons: [reason], sessions }
  }
  if (left && Math.max(...left) < 1) {
    const same = Array.from({ length: count }, (_, index) => planned(weight, judged[index]?.reps ?? min))
    const reason = `You did ${was} with nothing left, so repeat ${toDo(lift, same)} until you have a rep to spare.`
    return { rule: 'double.hold', sets: same, reasons: [reason], sessions }
  }
  const reason = `You did ${was}: add a rep to each set, up to ${max}, before adding weight: ${toDo(lift, sets)}.`
  return { rule: 'double.add_reps', sets, reasons: [reason], sessions }
}
