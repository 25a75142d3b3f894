import type { LiftSession, LiftState } from './state.ts'
import { repRange, repsAtLoad, sessionsBack, workingLoad } from './structure.ts'

/**
 * How often a lifter raised a weight after making it, and how often they had the choice: when they raised it, and when
 * they only repeated it. More reps at the same weight don't count as a choice, because they are progress too.
 */
export interface RaiseHabit {
  readonly raises: number
  readonly choices: number
}

/** The prior: the assumed share of raises, and the number of choices that it is worth. */
const assumedShare = 0.7
const assumedChoices = 5
/** The number of choices in a lift that the habit over all lifts is worth. */
const sharedChoices = 6

/** Loads whose logarithms differ by at most this are the same. */
const sameLoad = 0.001

/**
 * The choices in the most recent sessions of a lift.
 *
 * @param isMade whether the reps at a load, in kilograms, earn the next one; by default, if all sets reach the top of
 *   the lift's own range
 */
export function raiseHabitOf(
  lift: LiftState,
  isMade: (reps: readonly number[], load: number) => boolean = ownTop(lift),
): RaiseHabit {
  const { recent } = lift
  const back = sessionsBack(lift)
  let raises = 0
  let choices = 0
  for (let index = 0; index + back < recent.length; index++) {
    const earlierWork = workOf(recent[index])
    const laterWork = workOf(recent[index + back])
    if (!earlierWork || !laterWork || !isMade(earlierWork.reps, earlierWork.load)) continue
    const rise = Math.log(laterWork.load / earlierWork.load)
    if (rise > sameLoad) raises++
    const isSame = Math.abs(rise) <= sameLoad && !isMore(laterWork.reps, earlierWork.reps)
    if (rise > sameLoad || isSame) choices++
  }
  return { raises, choices }
}

/** The number of successful raises in a row after which the lifter's limit is unknown. */
const raisesUntested = 3

/**
 * Whether a load is the next raise of a lifter whose recent raises all succeeded, as a novice's do. No weight was too
 * heavy, so the log doesn't show the limit.
 */
export function followsOnlySuccesses({ recent }: LiftState, load: number): boolean {
  const workOfSessions = recent.flatMap((session) => workOf(session) ?? []).reverse()
  const [last] = workOfSessions
  if (!last || load <= last.load) return false
  let raises = 0
  for (const [index, work] of workOfSessions.entries()) {
    const earlierWork = workOfSessions[index + 1]
    if (
      !earlierWork ||
      work.load < earlierWork.load ||
      Math.min(...work.reps) < Math.min(...earlierWork.reps)
    )
      break
    if (work.load > earlierWork.load) raises++
  }
  return raises >= raisesUntested
}

function ownTop(lift: LiftState): (reps: readonly number[]) => boolean {
  const last = lift.recent.at(-1)
  const top = last && repRange(lift, workingLoad(last.sets))?.high
  return (reps) => top !== undefined && reps.every((count) => count >= top)
}

/** The sum of two habits. */
function addHabit(a: RaiseHabit, b: RaiseHabit): RaiseHabit {
  return { raises: a.raises + b.raises, choices: a.choices + b.choices }
}

/** Lifts last done more than this many days before the latest one say nothing about the current habit. */
const habitDays = 90

/** The habit over all lifts that the lifter still does. */
export function sharedHabit(lifts: readonly LiftState[]): RaiseHabit {
  const last = Math.max(...lifts.map(({ day }) => day))
  return lifts
    .filter((lift) => lift.day >= last - habitDays && addsLoad(lift))
    .map((lift) => raiseHabitOf(lift))
    .reduce(addHabit, { raises: 0, choices: 0 })
}

/** Whether a lift uses added weight or assistance. Bodyweight-only push-ups, for example, progress only in reps. */
function addsLoad({ recent }: LiftState): boolean {
  return recent.some(({ sets }) => sets.some(({ added }) => added !== 0))
}

/**
 * The share, 0–1, of choices in which the lifter is expected to raise the weight of a lift.
 *
 * @param habit of the lift
 * @param overall of all lifts
 */
export function raiseShare(habit: RaiseHabit, overall: RaiseHabit): number {
  const overallShare = (overall.raises + assumedShare * assumedChoices) / (overall.choices + assumedChoices)
  return (habit.raises + overallShare * sharedChoices) / (habit.choices + sharedChoices)
}

/** The working load of a session, and the reps at it. */
function workOf(session: LiftSession | undefined) {
  if (!session) return undefined
  const load = workingLoad(session.sets)
  return { load, reps: repsAtLoad(session.sets, load) }
}

/** The sum of reps. */
export const sumOf = (reps: readonly number[]) => reps.reduce((sum, count) => sum + count, 0)

/** Whether the best set, or all sets together, had more reps. */
function isMore(reps: readonly number[], earlierReps: readonly number[]): boolean {
  return Math.max(...reps) > Math.max(...earlierReps) || sumOf(reps) > sumOf(earlierReps)
}
