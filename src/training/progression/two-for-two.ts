import { countText } from '#lib/count-text.ts'
import {
  type Decide,
  doneText,
  effortAfter,
  lighterStart,
  type PlannedSet,
  repeatSet,
  sameWeight,
  setCount,
  stepWarning,
  toDoText,
} from './decision.ts'
import { jumpReason, repsBeforeJump } from './jump.ts'
import type { TwoForTwoScheme } from './schemes.ts'

const defaultGoal = 10
const repsOver = 2
const workoutsInARow = 2

/**
 * The 2-for-2 rule (Baechle & Earle, NSCA): the weight rises when the last set is two reps over the goal in
 * two consecutive workouts at the same weight. Before a jump of more than 12%, more reps are built up.
 */
export const decideTwoForTwo: Decide<TwoForTwoScheme> = ({ scheme, before, since, lift }) => {
  const goal = scheme.reps ?? defaultGoal
  const sessions = [...before, ...since].slice(-workoutsInARow)
  const last = sessions.at(-1)
  if (last?.weight === undefined) return { undecided: 'No set with a weight has been logged yet.' }
  const { weight: lastWeight } = last
  const lighter = since.length === 0 ? lighterStart(lift, last, goal, false) : undefined
  const lastReps = sessions.map(({ atWeight }) => atWeight.at(-1)?.reps ?? 0)
  const hasEarned =
    sessions.length === workoutsInARow &&
    sessions.every(({ weight }) => sameWeight(weight, lastWeight)) &&
    lastReps.every((reps) => reps >= goal + repsOver)
  const raised = hasEarned ? lift.raised(lastWeight, lift.increment(scheme.incrementGrams)) : undefined
  const top = raised === undefined ? undefined : repsBeforeJump(last, lastWeight, raised, goal)
  const minReps = Math.min(...last.atWeight.map(({ reps }) => reps))
  if (raised !== undefined && top !== undefined && minReps < top) {
    const reps = Math.min(top, minReps + 1)
    const set: PlannedSet = {
      weight: lift.loadable(lastWeight),
      reps: { min: reps, max: top },
      rpe: effortAfter(last),
    }
    const sets = repeatSet(setCount(scheme.sets, last), set)
    const reason = jumpReason(
      lift,
      doneText(lift, last.atWeight),
      lastWeight,
      raised,
      top,
      toDoText(lift, sets),
    )
    return { rule: 'two_for_two.build_reps', sets, reasons: [reason], sessions }
  }
  const weight = lighter ?? raised ?? lift.loadable(lastWeight)
  const planned: PlannedSet = { weight, reps: { min: goal, max: goal + repsOver } }
  const sets: PlannedSet[] = [
    ...repeatSet(setCount(scheme.sets, last) - 1, { ...planned, rpe: effortAfter(last) }),
    { ...planned, openEnded: true },
  ]
  const next = toDoText(lift, sets)
  if (lighter !== undefined)
    return {
      rule: 'two_for_two.start',
      sets,
      reasons: [
        `${doneText(lift, last.atWeight)} is well short of ${countText(goal, 'rep')}, so start lighter: ${next}.`,
      ],
      sessions: [last],
    }
  const lastSetText = `Your last set${sessions[1] ? 's' : ''} had ${[...lastReps.slice(0, -1), countText(lastReps.at(-1) ?? 0, 'rep')].join(' and ')} at ${lift.weightText(lastWeight)}`
  if (raised !== undefined) {
    const reasons = [
      `${lastSetText}, two over your goal of ${goal} both times, so move up to ${next}.`,
      ...stepWarning(lift, lastWeight, raised),
    ]
    return { rule: 'two_for_two.add_weight', sets, reasons, sessions }
  }
  if (hasEarned) {
    return {
      rule: 'two_for_two.heaviest',
      sets,
      reasons: [`${lastSetText}, but nothing heavier can be loaded: repeat ${next}.`],
      sessions,
    }
  }
  const reason = `${lastSetText}; moving up takes ${goal + repsOver} twice in a row: repeat ${next}.`
  return { rule: 'two_for_two.stay', sets, reasons: [reason], sessions }
}
