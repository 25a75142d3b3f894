import {
  type Decide,
  done,
  effortAfter,
  lighterStart,
  type PlannedSet,
  repeatSet,
  sameWeight,
  setCount,
  stepWarning,
  toDo,
} from './decision.ts'
import { jumpReason, repsBeforeJump } from './jump.ts'
import type { TwoForTwoScheme } from './schemes.ts'

/** The default goal. */
const defaultGoal = 10
const over = 2
const running = 2

/**
 * The 2-for-2 rule (Baechle & Earle, NSCA): the weight rises when the last set is two reps over the goal in
 * two consecutive workouts at that weight.
 */
export const decideTwoForTwo: Decide<TwoForTwoScheme> = ({ scheme, before, since, lift }) => {
  const goal = scheme.reps ?? defaultGoal
  const sessions = [...before, ...since].slice(-running)
  const last = sessions.at(-1)
  if (last?.weight === undefined) return { undecided: 'No set with a weight has been logged yet.' }
  const { weight: lifted } = last
  const lighter = since.length === 0 ? lighterStart(lift, last, goal, false) : undefined
  const lastReps = sessions.map(({ atWeight }) => atWeight.at(-1)?.reps ?? 0)
  const earned =
    sessions.length === running &&
    sessions.every(({ weight }) => sameWeight(weight, lifted)) &&
    lastReps.every((reps) => reps >= goal + over)
  const raised = earned ? lift.raised(lifted, lift.increment(scheme.incrementGrams)) : undefined
  const top = raised === undefined ? undefined : repsBeforeJump(last, lifted, raised, goal)
  const fewest = Math.min(...last.atWeight.map(({ reps }) => reps))
  if (raised !== undefined && top !== undefined && fewest < top) {
    const reps = Math.min(top, fewest + 1)
    const set: PlannedSet = {
      weight: lift.kept(lifted),
      reps: { min: reps, max: top },
      rpe: effortAfter(last),
    }
    const sets = repeatSet(setCount(scheme.sets, last), set)
    const reason = jumpReason(lift, done(lift, last.atWeight), lifted, raised, top, toDo(lift, sets))
    return { rule: 'two_for_two.build_reps', sets, reasons: [reason], sessions }
  }
  const weight = lighter ?? raised ?? lift.kept(lifted)
  const planned: PlannedSet = { weight, reps: { min: goal, max: goal + over } }
  const sets: PlannedSet[] = [
    ...repeatSet(setCount(scheme.sets, last) - 1, { ...planned, rpe: effortAfter(last) }),
    { ...planned, openEnded: true },
  ]
  const next = toDo(lift, sets)
  if (lighter !== undefined)
    return {
      rule: 'two_for_two.start',
      sets,
      reasons: [`${done(lift, last.atWeight)} is well short of ${goal} reps, so start lighter: ${next}.`],
      sessions: [last],
    }
  const was = `Your last set had ${lastReps.join(' and then ')} reps at ${lift.sayWeight(lifted)}`
  if (raised !== undefined) {
    const reasons = [
      `${was}, two over your goal of ${goal} both times, so move up to ${next}.`,
      ...stepWarning(lift, lifted, raised),
    ]
    return { rule: 'two_for_two.add_weight', sets, reasons, sessions }
  }
  if (earned) {
    return {
      rule: 'two_for_two.heaviest',
      sets,
      reasons: [`${was}, but nothing heavier can be loaded: repeat ${next}.`],
      sessions,
    }
  }
  const reason = `${was}; moving up takes ${goal + over} in two workouts in a row, so repeat ${next}.`
  return { rule: 'two_for_two.stay', sets, reasons: [reason], sessions }
}
