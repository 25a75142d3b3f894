import { countText } from '#lib/count-text.ts'
import { bodyweightShareOf } from '../load.ts'
import {
  type Decide,
  doneText,
  effortAfter,
  lighterStart,
  type PlannedSet,
  repeatSet,
  reserves,
  setCount,
  stepWarning,
  toDoText,
} from './decision.ts'
import { jumpReason, repsBeforeJump } from './jump.ts'
import { type DoubleScheme, doubleRange } from './schemes.ts'

/** A weight is too easy if all sets left this many reps in reserve and the next weight has at least this chance. */
const easyReserve = 2.5
const minChance = 0.6

/**
 * Double progression: when all sets reach the maximum reps, the weight rises and reps start over at the minimum.
 * Otherwise each set aims at one more rep than last time, up to the maximum. If a set is below the minimum, nothing
 * rises: sets below it aim at the minimum, and the others repeat their reps. Nothing is added after sets to failure,
 * and sets with 2.5 or more reps in reserve may earn weight early. Before a jump of more than 12%, reps exceed the
 * maximum.
 */
export const decideDouble: Decide<DoubleScheme> = ({ scheme, before, since, lift, chance }) => {
  const min = scheme.minReps ?? doubleRange.minReps
  const max = Math.max(min, scheme.maxReps ?? doubleRange.maxReps)
  const last = since.at(-1) ?? before.at(-1)
  if (last?.weight === undefined) return { undecided: 'No set with a weight has been logged yet.' }
  const { weight: lastWeight, atWeight } = last
  const count = setCount(scheme.sets, last)
  const judged = atWeight.slice(0, count)
  const didText = doneText(lift, judged)
  const sessions = [last]
  const planned = (weight: number, reps: number): PlannedSet => ({
    weight,
    reps: { min: reps, max: Math.max(reps, max) },
    rpe: effortAfter(last),
  })
  const lighter = lighterStart(lift, last, min, since.length > 0)
  if (lighter !== undefined) {
    const sets = repeatSet(count, planned(lighter, min))
    const reason = `${didText} is well short of ${min === max ? countText(min, 'rep') : `${min}–${max} reps`}, so start lighter: ${toDoText(lift, sets)}.`
    return { rule: 'double.start', sets, reasons: [reason], sessions }
  }
  // Unless a number of sets was chosen, a single set at this weight is enough.
  const hasEnoughSets = judged.length >= (scheme.sets ?? 1)
  const isFull = hasEnoughSets && judged.every(({ reps }) => reps >= max)
  const inReserve = reserves(judged)
  const raised = lift.raised(lastWeight, lift.increment(scheme.incrementGrams))
  const top = raised === undefined ? undefined : repsBeforeJump(last, lastWeight, raised, min)
  const isEasy =
    raised !== undefined &&
    hasEnoughSets &&
    inReserve !== undefined &&
    Math.min(...inReserve) >= easyReserve &&
    judged.every(({ reps }) => reps >= min) &&
    (chance?.(raised, min) ?? 0) >= minChance
  if (raised !== undefined && (isEasy || (isFull && judged.every(({ reps }) => reps >= (top ?? max))))) {
    const sets = repeatSet(count, planned(raised, min))
    const reserveText = isFull
      ? ''
      : ` with ${Math.floor(Math.min(...(inReserve ?? [])))} or more reps in reserve`
    const reasons = [
      `You did ${didText}${reserveText}, so move up to ${toDoText(lift, sets)}.`,
      ...stepWarning(lift, lastWeight, raised),
    ]
    return { rule: 'double.add_weight', sets, reasons, sessions }
  }
  const weight = lift.loadable(lastWeight)
  if (isFull && raised !== undefined && top !== undefined) {
    const sets = judged.map(({ reps }) => planned(weight, Math.min(top, reps + 1)))
    const reason = jumpReason(lift, didText, lastWeight, raised, top, toDoText(lift, sets))
    return { rule: 'double.build_reps', sets, reasons: [reason], sessions }
  }
  if (isFull) {
    const sets = judged.map(({ reps }) => ({
      ...planned(weight, reps + 1),
      reps: { min: reps + 1, max: reps + 1 },
    }))
    const variationText = bodyweightShareOf(lift.facts) > 0 ? ', or try a harder variation' : ''
    const reason = `You did ${didText}, but nothing heavier can be loaded: add a rep to each set, ${toDoText(lift, sets)}${variationText}.`
    return { rule: 'double.heaviest', sets, reasons: [reason], sessions }
  }
  const isUnder = judged.some(({ reps }) => reps < min)
  const sets = Array.from({ length: count }, (_, index) => {
    const reps = judged[index]?.reps ?? 0
    return planned(weight, Math.min(max, Math.max(min, isUnder ? reps : reps + 1)))
  })
  if (isUnder) {
    const reason = `You did ${didText}, with a set under ${countText(min, 'rep')}, so keep the weight: ${toDoText(lift, sets)}.`
    return { rule: 'double.stay', sets, reasons: [reason], sessions }
  }
  if (inReserve && Math.max(...inReserve) < 1) {
    const repeatedSets = Array.from({ length: count }, (_, index) =>
      planned(weight, judged[index]?.reps ?? min),
    )
    const reason = `You did ${didText} with nothing left, so repeat ${toDoText(lift, repeatedSets)} until you have a rep to spare.`
    return { rule: 'double.hold', sets: repeatedSets, reasons: [reason], sessions }
  }
  const reason = `You did ${didText}: add a rep to each set, up to ${max}, before adding weight: ${toDoText(lift, sets)}.`
  return { rule: 'double.add_reps', sets, reasons: [reason], sessions }
}
